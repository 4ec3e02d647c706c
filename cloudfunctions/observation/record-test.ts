import type * as z from 'zod';
import { raiseAlert } from '../alerts/raise-alert';
import type { ObservationRecord } from '../contracts';
import type { observationContract } from '../contracts/observation';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { isRepeated, requireRunning, withChange } from './act-on';
import { afterNegativeTest, changeMeasure } from './change-measure';
import { type DueTest, type ObservationDocument, OBSERVATIONS } from './observation.document';
import { notFound, readObservation } from './observation.repository';
import { recordView } from './record-view';
import { alertOf } from './reading-alert';
import { closedUpTo } from './slot-record';

type Asked = z.output<typeof observationContract.recordTest.input>;

/**
 * A test that was due is done. A positive one raises its alert first; a negative one ends a temporary isolation, and what the rules say
 * comes after it begins in the same transaction.
 */
export async function recordTest(asked: Asked, context: Context): Promise<ObservationRecord> {
  const seen = await readObservation(context, asked.observationId);
  const { householdId, personId, gridPath } = seen;
  context.about({ householdId, personId, gridPath });
  if (!isRepeated(seen, asked.requestId, context)) {
    requireFitting(seen, asked, context);
    if (asked.result === 'positive') await raisePositive(seen, asked, context);
  }
  return recordView(await write(asked, context), context);
}

const raisePositive = (observation: ObservationDocument, { day }: Asked, context: Context) =>
  raiseAlert(
    context,
    alertOf(
      observation,
      {
        temperature: null,
        symptoms: ['other'],
        other: `第 ${day} 天核酸检测阳性`,
        byName: context.caller.name ?? '',
      },
      `${observation._id}:test:${day}`,
    ),
  );

const write = async (asked: Asked, context: Context): Promise<ObservationDocument> =>
  inTransaction(context.database, async (transaction) => {
    const stored = await transaction.get<ObservationDocument>(OBSERVATIONS, asked.observationId);
    if (!stored || !mayTouchGrid(context.scope, stored.gridPath)) throw notFound();
    const observation = closedUpTo(stored, context.now);
    if (isRepeated(observation, asked.requestId, context)) {
      const { replacedBy } = observation;
      const successor =
        replacedBy === null ? null : await transaction.get<ObservationDocument>(OBSERVATIONS, replacedBy);
      return successor ?? observation;
    }
    requireFitting(observation, asked, context);
    const tested = withChange(
      { ...observation, tests: observation.tests.map((test) => doneBy(test, asked, context)) },
      { requestId: asked.requestId, what: `test of day ${asked.day}: ${asked.result}` },
      context,
    );
    const { decision } = tested;
    if (
      asked.result === 'negative' &&
      tested.measure === 'temporaryIsolation' &&
      decision.afterNegativeTest
    ) {
      const next = afterNegativeTest(decision, decision.afterNegativeTest, context);
      return (await changeMeasure(transaction, context, tested, next)) ?? tested;
    }
    const written = { ...tested, version: stored.version + 1 };
    await transaction.put(OBSERVATIONS, written);
    return written;
  });

const doneBy = (test: DueTest, { day, date, place, result }: Asked, { caller, now }: Context): DueTest =>
  test.day === day
    ? { ...test, done: { date, place, result, by: caller.openid, at: toTimestamp(now) } }
    : test;

function requireFitting(observation: ObservationDocument, { day, date }: Asked, { now }: Context): void {
  requireRunning(observation);
  const test = observation.tests.find((one) => one.day === day);
  if (!test) throw invalidFields({ day: '这一天没有安排核酸检测' });
  if (date > toCalendarDate(now)) throw invalidFields({ date: '日期还没到，请选做检测的那一天' });
  if (date < observation.firstDate) throw invalidFields({ date: '这是观察开始以前的检测，请选之后的日期' });
  if (test.done !== null && test.done.result !== 'waiting')
    throw new AppError('CONFLICT', `第 ${day} 天的检测已经登记过了，请返回看最新结果`);
}
