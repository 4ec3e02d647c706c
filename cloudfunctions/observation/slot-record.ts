import type { Dayjs } from 'dayjs';
import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import { momentsOf, phaseOf, slotsBetween } from '../../miniprogram/shared/slots';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { ObservationDocument, Reading, SlotEnd } from './observation.document';
import { urgencyKey } from './urgency';

/** A message that was to be sent longer ago than this was not: its sender was killed. */
const MINUTES_TO_SEND = 5;

const timestampOf = (moment: number): string => toTimestamp(chinaTime(moment));

/** Every slot that is expected of somebody, in order; none of whoever is read elsewhere. */
export const expectedSlots = ({
  measure,
  slotTimes,
  firstSlot,
  lastDate,
}: Pick<ObservationDocument, 'measure' | 'slotTimes' | 'firstSlot' | 'lastDate'>): string[] =>
  isReadElsewhere(measure) ? [] : slotsBetween(slotTimes, firstSlot, lastDate);

/**
 * What follows from the rest of an observation: the next slot, when the timer must look again, the order of today's list. Whoever changes
 * one goes through here, so that the indexes never lie.
 */
export function settled(observation: ObservationDocument): ObservationDocument {
  const nextSlot = expectedSlots(observation).find((key) => !(key in observation.slots)) ?? null;
  const moments = nextSlot === null ? null : momentsOf(observation.slotTimes, nextSlot);
  const next = { ...observation, nextSlot, nextOpensAt: moments && timestampOf(moments.opens) };
  return { ...next, wakesAt: wakesAt(next), urgencyKey: urgencyKey(next) };
}

/** To ask for the next slot once it is due, to close it after that; a message that is on its way is looked after sooner. */
function wakesAt({ status, nextSlot, slotTimes, chase }: ObservationDocument): string | null {
  if (status !== 'active' || nextSlot === null) return null;
  const moments = momentsOf(slotTimes, nextSlot);
  if (!moments) return null;
  const isAsked = chase?.slot === nextSlot;
  if (isAsked && chase.by === 'sending')
    return toTimestamp(chinaTime(chase.at).add(MINUTES_TO_SEND, 'minute'));
  return timestampOf(isAsked ? moments.closes : moments.due);
}

/**
 * The observation as it truly is now, however late the timer: slots that closed without a reading are missed, or were not asked for
 * while it was paused. The same object when none did. Every reader and writer starts from this.
 */
export function closedUpTo(observation: ObservationDocument, now: Dayjs): ObservationDocument {
  const { nextSlot, slotTimes, status } = observation;
  if (nextSlot === null || (status !== 'active' && status !== 'paused')) return observation;
  const passed = slotsBetween(slotTimes, nextSlot, observation.lastDate).filter(
    (key) => !(key in observation.slots) && phaseOf(slotTimes, key, now.valueOf()) === 'closed',
  );
  if (passed.length === 0) return observation;
  const isPaused = status === 'paused';
  const end: SlotEnd = { state: isPaused ? 'paused' : 'missed', reading: null, explanation: null };
  const missedInRow = observation.missedInRow + (isPaused ? 0 : passed.length);
  return settled({
    ...observation,
    slots: { ...observation.slots, ...Object.fromEntries(passed.map((key) => [key, end])) },
    missedInRow,
    escalated:
      missedInRow >= observation.escalateAfterMissed
        ? (observation.escalated ?? { slot: passed.at(-1)!, at: toTimestamp(now) })
        : observation.escalated,
  });
}

/**
 * With a reading in one of its slots, a gap's included when the phone was without a network. Whoever reports is no longer missing, unless
 * slots after that one were missed as well.
 */
export function withReading(
  observation: ObservationDocument,
  slot: string,
  reading: Reading,
  isLate: boolean,
): ObservationDocument {
  const isProxied = reading.how === 'gridMember' || reading.how === 'villageDoctor';
  const state = isProxied ? 'proxied' : isLate ? 'late' : 'reported';
  const slots = { ...observation.slots, [slot]: { state, reading, explanation: null } } as const;
  const missedInRow = missedAtTheEnd(slots);
  const isEscalated = missedInRow >= observation.escalateAfterMissed;
  return settled({
    ...observation,
    slots,
    missedInRow,
    escalated: isEscalated ? observation.escalated : null,
  });
}

/** How many slots in a row were missed up to the latest; those of a stay in hospital count neither way. */
function missedAtTheEnd(slots: ObservationDocument['slots']): number {
  const latestFirst = Object.keys(slots)
    .sort()
    .reverse()
    .map((key) => slots[key]?.state)
    .filter((state) => state !== 'paused');
  const reported = latestFirst.findIndex((state) => state !== 'missed');
  return reported === -1 ? latestFirst.length : reported;
}
