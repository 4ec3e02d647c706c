import type { Dayjs } from 'dayjs';
import type * as z from 'zod';
import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import {
  dateOfSlot,
  dayNumber,
  halfOfSlot,
  momentsOf,
  phaseOf,
  slotNow,
} from '../../miniprogram/shared/slots';
import type { ObservedPerson, ReadingView, SlotView } from '../contracts';
import type { TestView } from '../contracts/observed';
import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { DueTest, ObservationDocument, Reading } from './observation.document';
import { expectedSlots } from './slot-record';

const LAST_READINGS = 6;

export const readingView = ({
  temperature,
  symptoms,
  other,
  at,
  receivedAt,
  byName,
  how,
  means,
  abnormal,
}: Reading): ReadingView => ({
  temperature,
  symptoms,
  other,
  at,
  ...(receivedAt !== undefined && { receivedAt }),
  byName,
  how,
  means,
  abnormal,
});

/** One slot as it stands now; the observation is closed up to now. */
export function slotView(observation: ObservationDocument, slot: string, now: Dayjs): SlotView {
  const { slotTimes, slots } = observation;
  const moments = momentsOf(slotTimes, slot);
  if (!moments) throw new Error('A slot of a half that the plan does not ask for');
  const end = slots[slot];
  const phase = phaseOf(slotTimes, slot, now.valueOf());
  const moment = (at: number): string => toTimestamp(chinaTime(at));
  return {
    slot,
    date: dateOfSlot(slot),
    half: halfOfSlot(slot),
    state: end?.state ?? (phase === 'closed' ? 'missed' : phase),
    opensAt: moment(moments.opens),
    dueAt: moment(moments.due),
    closesAt: moment(moments.closes),
    reading: end?.reading ? readingView(end.reading) : null,
    explanation: end?.explanation
      ? { text: end.explanation.text, byName: end.explanation.byName, at: end.explanation.at }
      : null,
  };
}

/** The slot that can be reported at this moment, if it is expected of this person. */
export function currentSlot(observation: ObservationDocument, now: Dayjs): string | null {
  if (isReadElsewhere(observation.measure)) return null;
  const slot = slotNow(observation.slotTimes, now.valueOf());
  const isExpected =
    slot !== null && slot >= observation.firstSlot && dateOfSlot(slot) <= observation.lastDate;
  return isExpected ? slot : null;
}

type Test = z.output<typeof TestView>;

export function testView({ day, date, done }: DueTest, today: string): Test {
  const isWaiting = done?.result === 'waiting';
  const state = done === null ? (date > today ? 'ahead' : 'due') : isWaiting ? 'waiting' : 'done';
  return {
    day,
    date,
    state,
    done: done && { date: done.date, place: done.place, result: done.result },
  };
}

export const dayOf = ({ firstDate }: Pick<ObservationDocument, 'firstDate'>, now: Dayjs): number =>
  Math.max(0, dayNumber(firstDate, toCalendarDate(now)));

/** A person as the pages for readings need them; the observation is closed up to now. */
export function observedPerson(
  observation: ObservationDocument,
  { now, caller }: { now: Dayjs; caller: { personId: string | null } },
): ObservedPerson {
  const today = toCalendarDate(now);
  const current = currentSlot(observation, now);
  const next = nextAfter(observation, current);
  const view = (slot: string): SlotView => slotView(observation, slot, now);
  return {
    observationId: observation._id,
    personId: observation.personId,
    householdId: observation.householdId,
    name: observation.name,
    isMe: caller.personId === observation.personId,
    measure: observation.measure,
    status: observation.status,
    day: dayOf(observation, now),
    days: observation.days,
    firstDate: observation.firstDate,
    lastDate: observation.lastDate,
    feverFrom: observation.feverFrom,
    symptoms: observation.symptoms,
    current: current === null ? null : view(current),
    next: next === null ? null : view(next),
    today: expectedSlots(observation)
      .filter((slot) => dateOfSlot(slot) === today)
      .map(view),
    lastReadings: lastReadings(observation),
    missedInRow: observation.missedInRow,
    openAlerts: observation.openAlerts,
    tests: observation.tests.map((test) => testView(test, today)),
  };
}

function nextAfter(observation: ObservationDocument, current: string | null): string | null {
  const { nextSlot, slots } = observation;
  if (nextSlot === null || nextSlot !== current) return nextSlot;
  return expectedSlots(observation).find((slot) => slot > current && !(slot in slots)) ?? null;
}

const lastReadings = ({ slots }: ObservationDocument): ObservedPerson['lastReadings'] =>
  Object.keys(slots)
    .sort()
    .reverse()
    .flatMap((slot) => {
      const reading = slots[slot]?.reading;
      return reading ? [{ ...readingView(reading), slot }] : [];
    })
    .slice(0, LAST_READINGS);
