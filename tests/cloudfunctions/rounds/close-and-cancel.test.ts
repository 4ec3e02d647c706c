import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { RoundStatus } from '../../../cloudfunctions/contracts/supplies';
import { newRequestId } from '../../support/forms';
import { allowMessages } from '../../support/messages';
import { householdsOf, orderOf, putOrders } from '../../support/placed-orders';
import { putOpenRound, roundNow, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });

const leader = (which = '1') => township.as(township.holderOf('gridLeader', township.here.gridPath, which));
const leaderThere = () => township.as(township.holderOf('gridLeader', township.there.gridPath));
const seen = ({ _id, version }: { _id: string; version: number }) => ({
  requestId: newRequestId(),
  roundId: _id,
  version,
});
type Ticked = { ok: true; data: { stepped: number; more: boolean } };
const tick = async () => ((await township.simulator.fireTimer('rounds')) as Ticked).data;

test('closed early, nobody can order any more, and counting waits until no order is on its way', async () => {
  const round = putOpenRound(township);
  const closed = await leader().get('rounds', 'close', seen(round));
  expect(closed).toMatchObject({ status: 'closed', working: true });
  expect(stockNow(township, round._id).open).toBe(false);
  const stored = roundNow(township, round._id);
  expect(stored.job).toMatchObject({ step: 'sum', cursor: '' });
  expect(Date.parse(stored.wakesAt) - Date.parse(stored.closesAt)).toBe(65_000);
  await tick();
  expect(roundNow(township, round._id)).toMatchObject({ status: 'closed', demand: null });
});

test('of two who close and cancel at once one is told, and the round is in one state', async () => {
  const round = putOpenRound(township);
  const replies = await Promise.all([
    leader('1').call('rounds', 'close', seen(round)),
    leader('2').call('rounds', 'cancel', { ...seen(round), reason: '路不通' }),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(roundNow(township, round._id).version).toBe(round.version + 1);
  expect(stockNow(township, round._id).open).toBe(false);
});

test('a second tap closes nothing twice', async () => {
  const round = putOpenRound(township);
  const tap = seen(round);
  const [first, second] = await Promise.all([
    leader().get('rounds', 'close', tap),
    leader().get('rounds', 'close', tap),
  ]);
  expect(second.version).toBe(first.version);
  expect(await leader().call('rounds', 'close', seen(round))).toMatchObject({ error: { code: 'CONFLICT' } });
});

test.each<[RoundStatus, string]>([
  ['draft', '删掉'],
  ['distributing', '在发货'],
  ['settled', '结清'],
  ['cancelled', '已经取消'],
])('a round that is %s is not cancelled, in words', async (status, words) => {
  const round = putOpenRound(township, { changes: { status } });
  expect(await leader().call('rounds', 'cancel', { ...seen(round), reason: '路不通' })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining(words) as string },
  });
});

test('another village closes and cancels nothing here', async () => {
  const round = putOpenRound(township);
  for (const reply of [
    await leaderThere().call('rounds', 'close', seen(round)),
    await leaderThere().call('rounds', 'cancel', { ...seen(round), reason: '路不通' }),
  ])
    expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(roundNow(township, round._id).status).toBe('open');
});

test('handing out begins when the goods are there and the shares are known', async () => {
  const early = putOpenRound(township, { changes: { status: 'purchasing' } });
  expect(await leader().call('rounds', 'distribute', seen(early))).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const since = '2020-01-01T00:00:00+08:00';
  const busy = putOpenRound(township, {
    changes: { status: 'arrived', job: { step: 'allot', cursor: '', since } },
  });
  await township.tamper('rounds', { _id: busy._id }, { $set: { wakesAt: '' } });
  expect(await leader().call('rounds', 'distribute', seen(busy))).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('还在算') as string },
  });
  const arrived = putOpenRound(township, { changes: { status: 'arrived' } });
  expect(await leader().get('rounds', 'distribute', seen(arrived))).toMatchObject({ status: 'distributing' });
});

test('whoever ordered and allowed a message is told once that the round is off, also by two timers at once', async () => {
  const { here } = township;
  const round = putOpenRound(township);
  const files = householdsOf(township, here.gridId).slice(0, 5);
  const own = township
    .documents<HouseholdDocument>('households')
    .find(({ _id }) => _id === here.householdId)!;
  const ordering = [own, ...files.filter(({ _id }) => _id !== own._id)];
  putOrders(
    township,
    ordering.map((file) => orderOf(township, round, file, { veg: 1 })),
  );
  await allowMessages(township, here.resident, 'roundCancelled');
  await allowMessages(township, township.there.resident, 'roundCancelled');
  await leader().get('rounds', 'cancel', { ...seen(round), reason: '供货方来不了' });
  await Promise.all([tick(), tick()]);
  await tick();
  const messages = township.simulator.messages().filter(({ to }) => to === here.resident);
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(messages)).toContain('供货方来不了');
  expect(township.simulator.messages().filter(({ to }) => to === township.there.resident)).toEqual([]);
  expect(roundNow(township, round._id)).toMatchObject({ status: 'cancelled', job: null, wakesAt: '' });
});
