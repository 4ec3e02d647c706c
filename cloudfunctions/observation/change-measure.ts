import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import { addDays, firstSlotFrom } from '../../miniprogram/shared/slots';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import { countReturns } from '../returns/count-returns';
import { DECLARATIONS, RETURNEES } from '../returns/declaration.document';
import type { Decision } from '../rulebook/rulebook.document';
import { requireRunning } from './act-on';
import { type DueTest, type ObservationDocument, OBSERVATIONS } from './observation.document';
import { closedUpTo, settled } from './slot-record';
import { observationIdOf } from './start-observation';

/**
 * Another measure takes over inside the caller's transaction: after a negative test, or because where somebody had been became a risk
 * area afterwards. The old record ends as it stands; the new one counts its days from the same first day. Declaration, returnee and the
 * grid's counters follow. `observation` was read in this transaction. Answers the new one; null when the decision has no days. Refused while
 * the release is under way: whoever attests it must not find that another record took its place.
 */
export async function changeMeasure(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'now'>,
  observation: ObservationDocument,
  decision: Decision,
): Promise<ObservationDocument | null> {
  requireRunning(observation);
  const before = closedUpTo(observation, context.now);
  const next = decision.days === 0 ? null : successorOf(before, decision, context);
  const ended = settled({ ...before, status: 'ended', replacedBy: next?._id ?? null });
  await transaction.put(OBSERVATIONS, { ...ended, version: before.version + 1 });
  if (next) await transaction.put(OBSERVATIONS, next);

  const { command } = context.database;
  await transaction.change(DECLARATIONS, before.declarationId, {
    decision: command.set(decision),
    observationId: next?._id ?? before._id,
    version: command.inc(1),
  });
  await transaction.change(RETURNEES, before.personKey, { openObservationId: next?._id ?? null });
  if (before.measure !== decision.measure)
    await countReturns(transaction, context, before, {
      [`measures.${before.measure}`]: -1,
      [`measures.${decision.measure}`]: 1,
    });
  return next;
}

/** What a temporary isolation turns into once the test is negative. */
export const afterNegativeTest = (
  decision: Decision,
  { measure, days, testDays }: NonNullable<Decision['afterNegativeTest']>,
  { now }: Pick<Context, 'now'>,
): Decision => ({
  ...decision,
  measure,
  days,
  testDays,
  afterNegativeTest: null,
  decidedAt: toTimestamp(now),
});

function successorOf(
  before: ObservationDocument,
  decision: Decision,
  { now }: Pick<Context, 'now'>,
): ObservationDocument {
  const { firstDate } = before;
  return settled({
    ...before,
    _id: nextIdOf(before),
    measure: decision.measure,
    decision,
    days: decision.days,
    lastDate: addDays(firstDate, decision.days - 1),
    firstSlot: firstSlotAfter(before, now.valueOf()),
    slots: {},
    chase: null,
    tests: testsOf(before, decision, toCalendarDate(now)),
    // In hospital one stays in hospital, whatever applies afterwards.
    status: before.status === 'paused' ? 'paused' : 'active',
    replacedBy: null,
    pauses: before.pauses.filter(({ to }) => to === null),
    extensions: [],
    spotChecks: [],
    startedAt: toTimestamp(now),
    version: 1,
    changes: [],
  });
}

/** A slot that was reported under the old measure is not asked for again under the new one. */
function firstSlotAfter({ slotTimes, firstDate, slots }: ObservationDocument, now: number): string {
  let slot = firstSlotFrom(slotTimes, firstDate, now);
  while (slot in slots) slot = nextSlotOf(slotTimes, slot);
  return slot;
}

function nextSlotOf(slotTimes: ObservationDocument['slotTimes'], slot: string): string {
  const date = slot.slice(0, 10);
  const keys = [date, addDays(date, 1)].flatMap((day) => slotTimes.map(({ half }) => `${day}-${half}`));
  return keys.sort().find((key) => key > slot) ?? slot;
}

/** Tests of days that are over count as done by the latest test before; nobody can be tested yesterday. */
function testsOf({ firstDate, tests }: ObservationDocument, decision: Decision, today: string): DueTest[] {
  if (isReadElsewhere(decision.measure)) return [];
  const latest = tests.flatMap(({ done }) => done ?? []).at(-1) ?? null;
  return decision.testDays
    .map((day) => ({ day, date: addDays(firstDate, day - 1), done: null }))
    .flatMap((test): DueTest[] => {
      const same = tests.find(({ date, done }) => date === test.date && done !== null);
      if (same) return [{ ...test, done: same.done }];
      if (test.date > today) return [test];
      if (latest !== null && latest.date >= test.date) return [{ ...test, done: latest }];
      return test.date === today ? [test] : [];
    });
}

/** `<declaration>:<n>` */
function nextIdOf({ _id, declarationId }: ObservationDocument): string {
  return observationIdOf(declarationId, Number(_id.slice(declarationId.length + 1)) + 1);
}
