import { postToRobots, postWithdrawal } from '../channels/post-notice';
import type { Context } from '../kernel/context';
import { toTimestamp } from '../kernel/clock';
import { nextReminder } from '../messages/reminding-rules';
import { reminderSettings } from '../messages/reminder-settings';
import { startMessages, startReminder } from '../messages/start-run';
import { makeSheets } from '../reach/make-sheets';
import { timerBudget } from '../kernel/time-budget';
import type { NoticeDocument } from './notice.document';
import { readAwake, writeByTimer, writeJob } from './notice.repository';
import { publication } from './publication';
import { followUp } from './what-follows';

type Done = { published: number; sheets: number; more: boolean };

const AT_ONCE = 10;
/** While sheets are made the notice sleeps so long: another tick that starts meanwhile leaves it alone, one after a kill takes it up. */
const SECONDS_BETWEEN = 60;

/** What is left to do stands in the notices themselves (`wakesAt`, `job`): a killed tick loses nothing and a second one repeats nothing. */
export async function tick(_input: object, context: Context): Promise<Done> {
  const isTimeLeft = timerBudget();
  const done: Done = { published: 0, sheets: 0, more: false };
  while (isTimeLeft()) {
    const awake = await readAwake(context, AT_ONCE);
    if (awake.length === 0) return done;
    for (const notice of awake) {
      if (notice.status === 'scheduled') done.published += await publishDue(notice, context);
      else if (notice.job === null) await sayAgain(notice, context);
      else done.sheets += await goOn(notice, notice.job.cursor, context, isTimeLeft);
    }
  }
  return { ...done, more: true };
}

async function publishDue(notice: NoticeDocument, context: Context): Promise<number> {
  const act = { requestId: 'due', by: '', byName: '', at: toTimestamp(context.now), what: '到点发出' };
  const step = { ...(await publication(notice, context)), changes: [...notice.changes, act] };
  return (await writeByTimer(context, notice, step)) ? 1 : 0;
}

/** Makes sheets until they are all there or the time is up; then the notice is given to robots and phones. */
async function goOn(
  notice: NoticeDocument,
  from: string,
  context: Context,
  isTimeLeft: () => boolean,
): Promise<number> {
  const wakesAt = toTimestamp(context.now.add(SECONDS_BETWEEN, 'second'));
  if (!(await writeJob(context, notice, { wakesAt }))) return 0;
  await followUp(notice, context);
  const { cursor, made } = await makeSheets(context, notice, from, isTimeLeft);
  const claimed = { ...notice, wakesAt };
  if (cursor === null) {
    if (notice.status === 'published') await giveOut(notice, context);
    await writeJob(context, claimed, { job: null, wakesAt: await nextTime(notice, 0, context) });
  } else await writeJob(context, claimed, { job: { cursor }, wakesAt: toTimestamp(context.now) });
  return made;
}

/** What each of them does by itself then; both are said once, however often it is tried. */
async function giveOut(notice: NoticeDocument, context: Context): Promise<void> {
  await postToRobots(notice, context);
  await startMessages(notice, context);
}

/** It woke for those who don't know it yet, or because it was taken back. What it starts bears the hour's name, so that a killed tick starts it once. */
async function sayAgain(notice: NoticeDocument, context: Context): Promise<void> {
  if (notice.status === 'withdrawn') await postWithdrawal(notice, context);
  if (notice.status !== 'published') {
    await writeJob(context, notice, { wakesAt: '' });
    return;
  }
  const reminded = (notice.reminded ?? 0) + 1;
  await startReminder(notice, notice.wakesAt, context);
  await writeJob(context, notice, { reminded, wakesAt: await nextTime(notice, reminded, context) });
}

const nextTime = async (notice: NoticeDocument, reminded: number, context: Context): Promise<string> => {
  const settings = await reminderSettings.read(context, notice.gridPath[0] ?? '');
  return nextReminder(notice, reminded, settings, context.now) ?? '';
};
