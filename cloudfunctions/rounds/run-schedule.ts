import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readGridsById } from '../township/grid.repository';
import { addedRound } from './draft-round';
import { readHouseholds, readLastSupplied } from './households.repository';
import { openNow } from './open-round';
import { newRound } from './round-file';
import { planFrom } from './round-plan';
import type { ScheduleDocument } from './schedule.document';
import { writeSchedule } from './schedule.repository';
import { supplySettings } from './supply-settings';

/** How often one counts who has been left out. */
const COUNT_EVERY_HOURS = 1;
const BATCH = 100;

/** What is due of a schedule: its next round, or the count. True when that was a round. */
export async function runSchedule(
  context: Context,
  schedule: ScheduleDocument,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  const now = toTimestamp(context.now);
  if (schedule.nextAt <= now) {
    const trouble = await openScheduled(context, schedule);
    await writeSchedule(context, schedule, { ...schedule, nextAt: nextAfter(schedule, now), trouble });
    return trouble === '';
  }
  if (schedule.countsAt <= now) await countLeftOut(context, schedule, isTimeLeft);
  return false;
}

/** A timer that was away for long opens one round, not all that it missed. */
function nextAfter({ nextAt, everyDays }: ScheduleDocument, now: string): string {
  let next = nextAt;
  while (next <= now) next = toTimestamp(chinaTime(next).add(everyDays, 'day'));
  return next;
}

/** Opens the round of the day; its id says which, so that a call that was killed makes no second one. Answers why it could not, in words. */
async function openScheduled(context: Context, schedule: ScheduleDocument): Promise<string> {
  const { plan, nextAt, startedBy } = schedule;
  const day = toCalendarDate(chinaTime(nextAt));
  const requestId = `${schedule._id}-${day}`;
  const grids = await readGridsById(context, plan.gridIds);
  const at = toTimestamp(context.now);
  const draft = await addedRound(
    context,
    newRound({
      _id: requestId,
      grid: { _id: schedule.gridId, path: schedule.gridPath, pathNames: schedule.pathNames },
      grids: grids.filter(({ retired }) => retired !== true),
      supplier: { _id: plan.supplierId, name: plan.supplierName },
      form: { title: plan.title, audience: plan.audience, opensAt: null, ...planFrom(plan, at) },
      items: plan.items,
      scheduleId: schedule._id,
      by: startedBy,
      requestId,
      at,
    }),
  );
  if (draft.status !== 'draft') return '';
  try {
    await openNow(context, draft, { requestId: `${requestId}-open`, what: '定期自动开团' });
    return '';
  } catch (error) {
    if (error instanceof AppError) return `${day} 那一批没有开成，留在草稿里：${error.message}`;
    throw error;
  }
}

/** Counts the households that got nothing for too long, batch after batch; a call that was killed goes on after the last one written. */
async function countLeftOut(
  context: Context,
  stored: ScheduleDocument,
  isTimeLeft: () => boolean,
): Promise<void> {
  const { daysWithoutSupplies } = await supplySettings.read(context, stored.gridPath[0] ?? '');
  const since = toTimestamp(context.now.subtract(daysWithoutSupplies, 'day'));
  let schedule = stored;
  while (isTimeLeft()) {
    const counting = schedule.counting ?? { after: '', households: 0, byGrid: {} };
    const files =
      schedule.startedAt > since
        ? []
        : await readHouseholds(context, schedule.plan.gridIds, {
            who: schedule.plan.audience === 'care' ? 'care' : 'all',
            after: counting.after,
            limit: BATCH,
          });
    const supplied = await readLastSupplied(
      context,
      files.map(({ _id }) => _id),
    );
    const left = files.filter(({ _id }) => (supplied.get(_id) ?? '') < since);
    const byGrid = { ...counting.byGrid };
    for (const id of left.flatMap(({ gridPath }) => gridPath)) byGrid[id] = (byGrid[id] ?? 0) + 1;
    const households = counting.households + left.length;
    const isLast = files.length < BATCH;
    const next: ScheduleDocument = isLast
      ? {
          ...schedule,
          counting: null,
          lacking: { households, byGrid, at: toTimestamp(context.now) },
          countsAt: toTimestamp(context.now.add(COUNT_EVERY_HOURS, 'hour')),
        }
      : { ...schedule, counting: { after: files.at(-1)?.queueKey ?? '', households, byGrid } };
    if (!(await writeSchedule(context, schedule, next)) || isLast) return;
    schedule = { ...next, version: schedule.version + 1 };
  }
}
