import { addDays, dayNumber, slotKey } from '../../miniprogram/shared/slots';
import type { ObservationRecord, SlotView } from '../contracts';
import { ageOn, toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { decisionView } from '../rulebook/decision-view';
import type { ObservationDocument } from './observation.document';
import { dayOf, readingView, slotView, testView } from './observation-view';
import { expectedSlots } from './slot-record';

/** The whole slot record; the observation is closed up to now. The address is opened, for one has to find the door. */
export function recordView(
  observation: ObservationDocument,
  { now, vault }: Pick<Context, 'now' | 'vault'>,
): ObservationRecord {
  const views = expectedSlots(observation).map((slot) => slotView(observation, slot, now));
  return {
    observationId: observation._id,
    declarationId: observation.declarationId,
    householdId: observation.householdId,
    personId: observation.personId,
    name: observation.name,
    sex: observation.sex,
    age: ageOn(observation.birthDate, now),
    papersMask: observation.papersMask,
    phoneMask: observation.phoneMask,
    gridId: observation.gridId,
    place: placeOf(observation.pathNames),
    address: vault.open('address', observation.address),
    status: observation.status,
    decision: decisionView(observation.decision),
    feverFrom: observation.feverFrom,
    symptoms: observation.symptoms,
    firstDate: observation.firstDate,
    lastDate: observation.lastDate,
    day: dayOf(observation, now),
    days: observation.days,
    record: byDay(observation, views),
    counts: countsOf(views),
    spotChecks: observation.spotChecks.map(readingView),
    tests: observation.tests.map((test) => testView(test, toCalendarDate(now))),
    missedInRow: observation.missedInRow,
    openAlerts: observation.openAlerts,
    responsible: observation.responsible,
    pauses: observation.pauses.map(({ from, to, reason }) => ({ from, to, reason })),
    extensions: observation.extensions.map(({ days, reason, at }) => ({ days, reason, at })),
    moves: observation.moves.map(({ fromPlace, at, reason }) => ({ fromPlace, at, reason })),
  };
}

function byDay(
  { firstDate, lastDate }: ObservationDocument,
  views: readonly SlotView[],
): ObservationRecord['record'] {
  const bySlot = new Map(views.map((view) => [view.slot, view]));
  const half = (date: string, which: 'am' | 'pm'): SlotView | null =>
    bySlot.get(slotKey(date, which)) ?? null;
  const days: ObservationRecord['record'] = [];
  for (let date = firstDate; date <= lastDate; date = addDays(date, 1))
    days.push({ date, day: dayNumber(firstDate, date), am: half(date, 'am'), pm: half(date, 'pm') });
  return days;
}

function countsOf(views: readonly SlotView[]): ObservationRecord['counts'] {
  const count = (state: SlotView['state']): number => views.filter((view) => view.state === state).length;
  return {
    expected: views.length,
    reported: count('reported'),
    late: count('late'),
    proxied: count('proxied'),
    missed: count('missed'),
    paused: count('paused'),
    unexplained: views.filter(({ state, explanation }) => state === 'missed' && explanation === null).length,
  };
}
