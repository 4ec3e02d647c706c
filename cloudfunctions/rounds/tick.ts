import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { logFault } from '../kernel/fault-log';
import { recountStock } from '../orders/recount-stock';
import { allotShares } from '../purchase/allot-shares';
import { assignSlots } from '../purchase/assign-slots';
import { sumDemand } from '../purchase/sum-demand';
import { timerBudget } from '../kernel/time-budget';
import { closeNow } from './close-round';
import { openNow } from './open-round';
import { type RoundDocument, type RoundJob, SECONDS_TO_SETTLE } from './round.document';
import { changeRound, findRound, readAwakeRounds } from './round.repository';
import { runSchedule } from './run-schedule';
import { readAwakeSchedules } from './schedule.repository';
import { closeStock, readQuietStocks } from './stock.repository';
import { tellCancelled } from './tell-cancelled';

type Done = { opened: number; closed: number; stepped: number; recounted: number; more: boolean };
type Step = (context: Context, round: RoundDocument, isTimeLeft: () => boolean) => Promise<boolean>;

const BATCH = 50;

const STEPS: Readonly<Record<RoundJob['step'], Step>> = {
  sum: sumDemand,
  slots: assignSlots,
  allot: allotShares,
  tell: tellCancelled,
};

/**
 * What rounds ask for by the clock: schedules and drafts open, cut-offs close, what follows is counted and shared out, stock that leaked is given
 * back. What is left to do stands in the documents themselves (`wakesAt`, `job`), so a tick that was killed is taken up by the next, and of two
 * that overlap one writes each.
 */
export async function tick(_input: object, context: Context): Promise<Done> {
  const isTimeLeft = timerBudget();
  const done: Done = { opened: 0, closed: 0, stepped: 0, recounted: 0, more: false };
  for (const schedule of await readAwakeSchedules(context, BATCH)) {
    if (!isTimeLeft()) return { ...done, more: true };
    if (await runSchedule(context, schedule, isTimeLeft)) done.opened += 1;
  }
  if (!(await lookAfterRounds(context, done, isTimeLeft))) return { ...done, more: true };
  done.recounted = await recount(context, isTimeLeft);
  return done;
}

/** True when nothing is due any more. A round comes up again as long as it has something due, unless somebody else is at it. */
async function lookAfterRounds(context: Context, done: Done, isTimeLeft: () => boolean): Promise<boolean> {
  while (isTimeLeft()) {
    const awake = await readAwakeRounds(context, toTimestamp(context.now), BATCH);
    if (awake.length === 0) return true;
    let moved = 0;
    for (const round of awake) {
      if (!isTimeLeft()) return false;
      const result = await lookAfter(context, round, isTimeLeft);
      if (result === null) continue;
      moved += 1;
      done[result] += 1;
    }
    if (moved === 0) return false;
  }
  return false;
}

/** What was done for one round; null when somebody else wrote first, who then sees to it, or it comes up again. */
async function lookAfter(
  context: Context,
  round: RoundDocument,
  isTimeLeft: () => boolean,
): Promise<'opened' | 'closed' | 'stepped' | null> {
  try {
    if (round.job !== null) {
      // Whatever was killed on the way to here: while demand is summed nobody may order.
      if (round.job.step === 'sum') await closeStock(context, round._id);
      return (await STEPS[round.job.step](context, round, isTimeLeft)) ? 'stepped' : null;
    }
    if (round.status === 'draft') return await openDraft(context, round);
    await closeNow(context, round, { requestId: `cut-off-${round.closesAt}`, what: '到点截止' });
    return 'closed';
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFLICT') return null;
    // One round that can't go on must not hold up all the others; it comes up again every minute until somebody has seen to it.
    logFault('rounds.tick', round._id, error);
    return null;
  }
}

/** A draft that can't be opened as it is stays one, says why, and waits for somebody. */
async function openDraft(context: Context, draft: RoundDocument): Promise<'opened' | 'stepped'> {
  const requestId = `open-${draft.opensAt}`;
  try {
    await openNow(context, draft, { requestId, what: '到点开团' });
    return 'opened';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await changeRound(
      context,
      draft,
      { autoOpens: false },
      { requestId, what: `没有开成：${error.message}` },
    );
    return 'stepped';
  }
}

/** Open rounds in which it is quiet for the moment: what is left of their stock is held against their orders. */
async function recount(context: Context, isTimeLeft: () => boolean): Promise<number> {
  const quietSince = toTimestamp(chinaTime(context.now.valueOf()).subtract(SECONDS_TO_SETTLE, 'second'));
  let recounted = 0;
  for (const { _id } of await readQuietStocks(context, quietSince)) {
    if (!isTimeLeft()) break;
    const round = await findRound(context, _id);
    if (round && (await recountStock(context, round))) recounted += 1;
  }
  return recounted;
}
