import type { Dayjs } from 'dayjs';
import type * as z from 'zod';
import { halfOfSlot, phaseOf } from '../../miniprogram/shared/slots';
import type { ObservedPerson } from '../contracts';
import { timeText } from '../../miniprogram/shared/dates';
import { slotText } from '../../miniprogram/shared/slot-words';
import { raiseAlert, readingAlertId } from '../alerts/raise-alert';
import type { observationContract } from '../contracts/observation';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayStillArrive, measuredInSlot } from './measured-at';
import type { ObservationDocument, Reading } from './observation.document';
import { observedPerson } from './observation-view';
import { actsAsDoctor, readObservation, writeObservation } from './observation.repository';
import { alertOf } from './reading-alert';
import { closedUpTo, expectedSlots, withReading } from './slot-record';

type Asked = z.output<typeof observationContract.report.input>;
type AskedFor = z.output<typeof observationContract.reportFor.input>;

/** Two phones, the timer and a doctor may write the same document at once; that soon settles. */
const ATTEMPTS = 8;

/** One reading by the household. */
export const report = (asked: Asked, context: Context): Promise<ObservedPerson> =>
  takeReading(asked, context, (observation) => ({
    how: context.caller.personId === observation.personId ? 'self' : 'household',
    means: null,
  }));

/** One reading by somebody on duty. */
export const reportFor = (asked: AskedFor, context: Context): Promise<ObservedPerson> =>
  takeReading(asked, context, ({ gridPath }) => ({
    how: actsAsDoctor(context.caller.posts, gridPath) ? 'villageDoctor' : 'gridMember',
    means: asked.means,
  }));

type How = Pick<Reading, 'how' | 'means'>;

/**
 * Puts a reading into its slot, once: the write stands only on the version that was read. An abnormal one raises its alert first, so that a
 * process killed in between loses none; the same reading sent again is put into the slot then.
 */
async function takeReading(
  asked: Asked,
  context: Context,
  howOf: (observation: ObservationDocument) => How,
): Promise<ObservedPerson> {
  const { now } = context;
  let isRaised = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await readObservation(context, asked.observationId);
    const { householdId, personId, gridPath } = stored;
    context.about({ householdId, personId, gridPath });
    const observation = closedUpTo(stored, now);
    if (isSameAct(observation, asked, context)) return observedPerson(observation, context);
    const measured = measuredInSlot(asked.measuredAt, observation.slotTimes, asked.slot, now);
    requireOpen(observation, asked.slot, { now, measured });

    const reading = readingOf(asked, observation, howOf(observation), context, measured);
    if (reading.abnormal && !isRaised) {
      const alertId = readingAlertId(observation._id, asked.slot);
      isRaised = true;
      // Raising counts it on the observation, which is another version then.
      if ((await raiseAlert(context, alertOf(observation, reading, alertId))).isNew) continue;
    }
    const next = withReading(observation, asked.slot, reading, isLate(observation, asked.slot, measured));
    if (await writeObservation(context, stored, next)) return observedPerson(next, context);
  }
  throw new AppError('CONFLICT', '正好有别人也在改这个人的记录，请再按一次');
}

/** Measured after it was due, or it stood as missed already when it arrived. */
const isLate = ({ slotTimes, slots }: ObservationDocument, slot: string, measured: Dayjs): boolean =>
  slot in slots || phaseOf(slotTimes, slot, measured.valueOf()) === 'overdue';

const isSameAct = (
  { slots }: ObservationDocument,
  { slot, requestId }: Asked,
  { caller }: Context,
): boolean => {
  const reading = slots[slot]?.reading;
  return reading?.requestId === requestId && reading.by === caller.openid;
};

/** A reading as it is stored. What counts as abnormal comes from the disease profile that the observation carries. */
export function readingOf(
  {
    temperature,
    symptoms,
    other,
    requestId,
  }: Pick<Asked, 'temperature' | 'symptoms' | 'other' | 'requestId'>,
  { feverFrom }: Pick<ObservationDocument, 'feverFrom'>,
  how: How,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  measured = now,
): Reading {
  const told = [...new Set(symptoms)];
  return {
    temperature,
    symptoms: told,
    other: told.includes('other') ? other : '',
    at: toTimestamp(measured),
    ...(measured.isBefore(now) && { receivedAt: toTimestamp(now) }),
    by: caller.openid,
    byName: caller.name ?? '',
    ...how,
    abnormal: temperature >= feverFrom || told.length > 0,
    requestId,
  };
}

/** Throws, in words for whoever stands there with the thermometer, when this slot can't be reported now. */
function requireOpen(
  observation: ObservationDocument,
  slot: string,
  { now, measured }: { now: Dayjs; measured: Dayjs },
): void {
  const { status, slots, slotTimes } = observation;
  if (status === 'paused') throw new AppError('CONFLICT', '现在是暂停观察，这段时间不用报');
  if (status !== 'active') throw new AppError('CONFLICT', '观察已经结束，不用再报了');
  const name = slotText(slot);
  const times = slotTimes.find(({ half }) => half === halfOfSlot(slot));
  if (!times || !expectedSlots(observation).includes(slot))
    throw new AppError('CONFLICT', `没有安排报${name}的体温，请返回再看一下`);
  const reading = slots[slot]?.reading;
  if (reading)
    throw new AppError(
      'CONFLICT',
      `已经报过了：${reading.byName} ${timeText(reading.at)} 报的${name}体温是 ${reading.temperature.toFixed(1)}℃，` +
        '不用再报。现在要是不舒服，请用“我不舒服”告诉医生',
    );
  const phase = phaseOf(slotTimes, slot, measured.valueOf());
  if (phase === 'ahead') throw new AppError('CONFLICT', `还没到时间，${name}的体温 ${times.opens} 以后再报`);
  const end = slots[slot];
  const mayBeFilled = end === undefined || (end.state === 'missed' && mayStillArrive(slotTimes, slot, now));
  if (phase === 'closed' || !mayBeFilled)
    throw new AppError(
      'CONFLICT',
      `已经截止了，${name}的体温过了 ${times.closes} 不能补报。请把没报的原因告诉网格员`,
    );
}
