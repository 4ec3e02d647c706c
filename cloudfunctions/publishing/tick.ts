import type { Context } from '../kernel/context';
import { toTimestamp } from '../kernel/clock';
import { makeSheets } from '../reach/make-sheets';
import { timeBudget } from '../kernel/time-budget';
import type { NoticeDocument } from './notice.document';
import { readAwake, writeByTimer } from './notice.repository';
import { putInPlaceOfOld } from './correction';
import { publication } from './publication';

type Done = { published: number; sheets: number; more: boolean };

/** Leaves room below the function's 60 seconds for the batch in hand. */
const BUDGET_MS = 40_000;
const AT_ONCE = 10;
/** While sheets are made the notice sleeps so long: another tick that starts meanwhile leaves it alone, one after a kill takes it up. */
const SECONDS_BETWEEN = 60;

/** What is left to do stands in the notices themselves (`wakesAt`, `job`): a killed tick loses nothing and a second one repeats nothing. */
export async function tick(_input: object, context: Context): Promise<Done> {
  const isTimeLeft = timeBudget(BUDGET_MS);
  const done: Done = { published: 0, sheets: 0, more: false };
  while (isTimeLeft()) {
    const awake = await readAwake(context, AT_ONCE);
    if (awake.length === 0) return done;
    for (const notice of awake) {
      if (notice.status === 'scheduled') done.published += await publishDue(notice, context);
      else done.sheets += await goOn(notice, context, isTimeLeft);
    }
  }
  return { ...done, more: true };
}

async function publishDue(notice: NoticeDocument, context: Context): Promise<number> {
  return (await writeByTimer(context, notice, await publication(notice, context))) ? 1 : 0;
}

/** Makes sheets until they are all there or the time is up. */
async function goOn(notice: NoticeDocument, context: Context, isTimeLeft: () => boolean): Promise<number> {
  const wakesAt = toTimestamp(context.now.add(SECONDS_BETWEEN, 'second'));
  if (notice.job === null) {
    await writeByTimer(context, notice, { wakesAt: '' });
    return 0;
  }
  if (!(await writeByTimer(context, notice, { wakesAt }))) return 0;
  await putInPlaceOfOld(notice, context);
  const { cursor, made } = await makeSheets(context, notice, notice.job.cursor, isTimeLeft);
  const claimed = { _id: notice._id, version: notice.version + 1 };
  await writeByTimer(
    context,
    claimed,
    cursor === null ? { job: null, wakesAt: '' } : { job: { cursor }, wakesAt: toTimestamp(context.now) },
  );
  return made;
}
