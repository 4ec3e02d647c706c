import type * as z from 'zod';
import type { roundsContract, ScheduleView } from '../contracts/rounds';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { placeOf } from '../registration/household-view';
import { roundIdOf } from './draft-round';
import type { RoundDocument } from './round.document';
import { inChina } from './round-file';
import { readManagedRound } from './round.repository';
import type { ScheduleDocument } from './schedule.document';
import { addSchedule, readSchedule, readSchedules, settledSchedule, markEnded } from './schedule.repository';
import { supplySettings } from './supply-settings';

type Input = z.output<typeof roundsContract.schedule.input>;
type EndInput = z.output<typeof roundsContract.endSchedule.input>;

const LATEST_START_DAYS = 30;

/** 定期团购: rounds like this one, by the timer, until somebody ends it. */
export async function scheduleRounds(
  { requestId, roundId, everyDays, firstAt }: Input,
  context: Context,
): Promise<ScheduleView> {
  const { caller, now } = context;
  const round = await readManagedRound(context, roundId);
  const { daysBetweenRounds } = await supplySettings.read(context, round.gridPath[0] ?? '');
  if (everyDays > daysBetweenRounds)
    throw invalidFields({ everyDays: `按镇里的规定，至少每 ${daysBetweenRounds} 天要开一批` });
  const first = Date.parse(firstAt);
  if (first <= now.valueOf()) throw invalidFields({ firstAt: '第一批的时间已经过了，请往后改' });
  if (first > now.add(LATEST_START_DAYS, 'day').valueOf())
    throw invalidFields({ firstAt: `第一批最晚在 ${LATEST_START_DAYS} 天以内，请往前改` });
  const at = toTimestamp(now);
  const schedule: ScheduleDocument = settledSchedule({
    _id: roundIdOf(caller.openid, requestId).replace(/^r/, 's'),
    gridId: round.gridId,
    gridPath: round.gridPath,
    pathNames: round.pathNames,
    plan: planOf(round),
    everyDays,
    status: 'active',
    nextAt: inChina(firstAt),
    trouble: '',
    startedAt: at,
    startedBy: { openid: caller.openid, name: caller.name ?? '' },
    lacking: null,
    countsAt: inChina(firstAt),
    counting: null,
    wakesAt: '',
    version: 1,
    changes: [
      { requestId, by: caller.openid, byName: caller.name ?? '', at, what: `每 ${everyDays} 天开一批` },
    ],
  });
  const isNew = await addSchedule(context, schedule);
  return scheduleView(isNew ? schedule : await readSchedule(context, schedule._id));
}

const planOf = (round: RoundDocument): ScheduleDocument['plan'] => ({
  title: round.title,
  gridIds: round.gridIds,
  reach: round.reach,
  supplierId: round.supplierId,
  supplierName: round.supplierName,
  audience: round.audience,
  items: round.items,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  distribution: round.distribution,
});

/** 不再定期开: rounds that are open already go on. Said twice it is done once. */
export async function endSchedule(
  { requestId, scheduleId }: EndInput,
  context: Context,
): Promise<ScheduleView> {
  await readSchedule(context, scheduleId);
  await markEnded(context, scheduleId, requestId);
  return scheduleView(await readSchedule(context, scheduleId));
}

export async function listSchedules(
  _input: object,
  context: Context,
): Promise<z.input<typeof roundsContract.schedules.output>> {
  const townId = context.caller.posts[0]?.gridPath[0] ?? '';
  const [running, settings] = await Promise.all([
    readSchedules(context),
    supplySettings.read(context, townId),
  ]);
  return { rows: running.map(scheduleView), settings };
}

const scheduleView = (schedule: ScheduleDocument): ScheduleView => ({
  scheduleId: schedule._id,
  title: schedule.plan.title,
  place: placeOf(schedule.pathNames),
  supplierName: schedule.plan.supplierName,
  everyDays: schedule.everyDays,
  nextAt: schedule.status === 'active' ? schedule.nextAt : null,
  trouble: schedule.trouble,
  lacking: schedule.lacking && { households: schedule.lacking.households, at: schedule.lacking.at },
});
