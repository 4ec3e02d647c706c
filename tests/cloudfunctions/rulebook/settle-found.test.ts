import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { DeclarationReview } from '../../../cloudfunctions/returns/declaration.document';
import { declarationNow } from '../../support/declarations';
import { observationNow } from '../../support/observations';
import { useTownship } from '../../support/township';
import { finish, seen, shown, stepTakers } from '../release/people';

jest.setTimeout(60_000);

const township = useTownship();
const { member, leader, officer } = stepTakers(township);

test('somebody whose release is under way gets no other measure before it went back; the release is not lost', async () => {
  const observation = finish(township);
  const { declarationId } = observation;
  const foundAt = toTimestamp(chinaTime(township.simulator.clock.now()));
  const review: DeclarationReview = {
    sweepId: 's',
    decision: { ...observation.decision, measure: 'centralQuarantine', days: 21 },
    because: '新增风险区域：浙江省宁波市鄞州区（高风险）',
    foundAt,
    status: 'waiting',
    settled: null,
  };
  await township.tamper('declarations', { _id: declarationId }, { $set: { review } });
  const proposed = await member().get('release', 'propose', seen(await shown(member(), observation)));
  const inQueue = async () =>
    (await officer().get('release', 'queue', { step: 'check' })).rows.some(
      ({ observationId }) => observationId === observation._id,
    );

  const accept = { declarationId, foundAt, decision: 'accept' as const };
  expect(await leader().call('rulebook', 'settleFound', accept)).toMatchObject({
    error: { code: 'CONFLICT', message: '已经提请解除，不能再改。要改的话，请镇里先把解除退回' },
  });
  expect(observationNow(township, observation)).toMatchObject({ status: 'releasing', replacedBy: null });
  expect(declarationNow(township, declarationId).review).toMatchObject({ status: 'waiting' });
  expect(await inQueue()).toBe(true);

  await officer().get('release', 'sendBack', { ...seen(proposed), reason: '去过的地方成了高风险区' });
  await leader().get('rulebook', 'settleFound', accept);
  expect(observationNow(township, observation)).toMatchObject({ status: 'ended' });
  expect(declarationNow(township, declarationId)).toMatchObject({
    decision: { measure: 'centralQuarantine' },
    review: { status: 'accepted' },
  });
  expect(await inQueue()).toBe(false);
});
