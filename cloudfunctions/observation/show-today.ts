import type * as z from 'zod';
import { addDays, slotKey } from '../../miniprogram/shared/slots';
import type { SlotView, TodayRow } from '../contracts';
import type { observationContract } from '../contracts/observation';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import type { ObservationDocument } from './observation.document';
import { currentSlot, dayOf, slotView, testView } from './observation-view';
import { readToday } from './observation.repository';
import { closedUpTo } from './slot-record';

type Input = z.output<typeof observationContract.today.input>;

const ROWS_A_PAGE = 20;

/** One page of the people under observation in my grids, most urgent first, from one query whatever the size of the town. */
export async function showToday(
  { dueOnly, escalatedOnly, after }: Input,
  context: Context,
): Promise<{ rows: TodayRow[]; next: string | null }> {
  const { caller, now } = context;
  const found = await readToday(context, {
    dueBy: dueOnly ? toTimestamp(now) : null,
    tomorrow: slotKey(addDays(toCalendarDate(now), 1), 'am'),
    escalatedOnly,
    after: after === undefined ? undefined : Buffer.from(after, 'base64url').toString(),
    limit: ROWS_A_PAGE + 1,
  });
  context.about({ gridPath: caller.posts[0]?.gridPath ?? [] });
  const page = found.slice(0, ROWS_A_PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((stored) => todayRow(closedUpTo(stored, now), context)),
    next: last && found.length > page.length ? Buffer.from(last.urgencyKey).toString('base64url') : null,
  };
}

function todayRow(observation: ObservationDocument, { now }: Context): TodayRow {
  const today = toCalendarDate(now);
  const current = currentSlot(observation, now);
  const nextSlot = observation.nextSlot === null ? null : slotView(observation, observation.nextSlot, now);
  const testDue = observation.tests.some((test) => ['due', 'waiting'].includes(testView(test, today).state));
  const { chase } = observation;
  return {
    observationId: observation._id,
    personId: observation.personId,
    householdId: observation.householdId,
    name: observation.name,
    place: placeOf(observation.pathNames),
    measure: observation.measure,
    day: dayOf(observation, now),
    days: observation.days,
    urgency: urgencyOf(observation, nextSlot?.state, testDue),
    nextSlot,
    current: current === null ? null : slotView(observation, current, now),
    missedInRow: observation.missedInRow,
    openAlerts: observation.openAlerts,
    chased: chase && chase.by !== 'sending' ? { slot: chase.slot, at: chase.at, by: chase.by } : null,
    testDue,
    phoneMask: observation.phoneMask,
  };
}

function urgencyOf(
  { openAlerts, escalated, missedInRow }: ObservationDocument,
  next: SlotView['state'] | undefined,
  testDue: boolean,
): TodayRow['urgency'] {
  if (openAlerts > 0) return 'alert';
  if (escalated !== null) return 'escalated';
  if (missedInRow > 0) return 'missed';
  if (next === 'overdue') return 'overdue';
  if (next === 'open') return 'due';
  return testDue ? 'testDue' : 'done';
}
