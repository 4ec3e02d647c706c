import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { Context, Database } from '../../../cloudfunctions/kernel/context';
import { closeNow } from '../../../cloudfunctions/rounds/close-round';
import { cartOf } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundNow, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';
import { connectSdk } from '../../simulator/database/sdk-client';

const township = useTownship({ timers: false });

const leader = (which = '1') => township.as(township.holderOf('gridLeader', township.here.gridPath, which));
const inHours = (hours: number) =>
  toTimestamp(chinaTime(township.simulator.clock.now()).add(hours, 'hour').startOf('minute'));
const moving = ({ _id, version }: { _id: string; version: number }, closesAt: string) => ({
  requestId: newRequestId(),
  roundId: _id,
  version,
  closesAt,
});
const tick = () => township.simulator.fireTimer('rounds');

test.each([2, 26])(
  'to %i hours from now: orders, the timer and the list go by the new time',
  async (hours) => {
    const round = putOpenRound(township);
    const closesAt = inHours(hours);
    const moved = await leader().get('rounds', 'moveCutOff', moving(round, closesAt));
    expect(moved).toMatchObject({ status: 'open', closesAt, version: round.version + 1 });
    expect(moved.changes[0]!.what).toMatch(/^截止时间改到 \d+月\d+日 \d\d:\d\d$/);
    expect(stockNow(township, round._id)).toMatchObject({ open: true, closesAt });
    expect(roundNow(township, round._id)).toMatchObject({ closesAt, wakesAt: closesAt });
    expect(roundNow(township, round._id).listKey).toContain(closesAt);
  },
);

test('nobody is turned away before the later time, and the timer closes it then', async () => {
  const round = putOpenRound(township);
  const closesAt = inHours(26);
  await leader().get('rounds', 'moveCutOff', moving(round, closesAt));
  await township.simulator.clock.set(Date.parse(round.closesAt) + 60_000);
  await tick();
  expect(roundNow(township, round._id).status).toBe('open');
  await township.simulator.clock.set(Date.parse(closesAt) + 1_000);
  await tick();
  expect(roundNow(township, round._id)).toMatchObject({ status: 'closed', closesAt });
});

test.each([
  ['a moment that is over', () => inHours(-1), '已经过了'],
  ['behind the first goods', () => inHours(24 * 20), '要在截止以后'],
  ['months from now', () => inHours(24 * 60), '最多在 30 天以内'],
])('not to %s: said beside the field, and nothing moves', async (_, at, words) => {
  const round = putOpenRound(township);
  const reply = await leader().call('rounds', 'moveCutOff', moving(round, at()));
  expect(reply).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { closesAt: expect.stringContaining(words) as string } },
  });
  expect(roundNow(township, round._id)).toMatchObject({ version: round.version, closesAt: round.closesAt });
  expect(stockNow(township, round._id).closesAt).toBe(round.closesAt);
});

test('a second tap moves nothing twice; of two who move it at once one is told; a closed one stays closed', async () => {
  const round = putOpenRound(township);
  const tap = moving(round, inHours(3));
  const [first, second] = await Promise.all([1, 2].map(() => leader().get('rounds', 'moveCutOff', tap)));
  expect(second!.version).toBe(first!.version);
  const replies = await Promise.all(
    ['1', '2'].map((which, n) =>
      leader(which).call('rounds', 'moveCutOff', {
        ...moving(round, inHours(4 + n)),
        version: round.version + 1,
      }),
    ),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(stockNow(township, round._id).closesAt).toBe(roundNow(township, round._id).closesAt);
  const stands = roundNow(township, round._id);
  await leader().get('rounds', 'close', {
    requestId: newRequestId(),
    roundId: round._id,
    version: stands.version,
  });
  expect(
    await leader().call(
      'rounds',
      'moveCutOff',
      moving({ ...stands, version: stands.version + 1 }, inHours(5)),
    ),
  ).toMatchObject({
    error: { code: 'CONFLICT', message: '这一批现在不在订货，改不了截止时间' },
  });
});

test('while everybody orders it moves all the same, and no order is lost', async () => {
  const round = putOpenRound(township);
  const families = Array.from({ length: 12 }, () => putFamily(township));
  const closesAt = inHours(5);
  const [moved, ...replies] = await Promise.all([
    leader().call('rounds', 'moveCutOff', moving(round, closesAt)),
    ...families.map(({ phone }) => phone.call('orders', 'order', cartOf(round, { veg: 1, egg: 1 }))),
  ]);
  expect([moved, ...replies].filter(({ ok }) => !ok)).toEqual([]);
  expect(roundNow(township, round._id)).toMatchObject({ status: 'open', closesAt });
  const { remaining } = stockNow(township, round._id);
  expect(stockNow(township, round._id)).toMatchObject({ open: true, closesAt });
  expect(remaining.egg).toBe(20 - families.length);
});

test('of closing and moving at once one stands, and orders are let in only if the round is open', async () => {
  const round = putOpenRound(township);
  const { _id: roundId, version } = round;
  const replies = await Promise.all([
    leader('1').call('rounds', 'close', { requestId: newRequestId(), roundId, version }),
    leader('2').call('rounds', 'moveCutOff', moving(round, inHours(6))),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(stockNow(township, roundId).open).toBe(roundNow(township, roundId).status === 'open');
});

test('whoever was about to close it by the old time closes nothing', async () => {
  const round = putOpenRound(township);
  await leader().get('rounds', 'moveCutOff', moving(round, inHours(6)));
  const { simulator } = township;
  const sdk = await connectSdk(simulator.database);
  const context = {
    database: sdk.db as unknown as Database,
    now: chinaTime(simulator.clock.now()),
    caller: { openid: 'timer', name: null },
  } as unknown as Context;
  const closing = closeNow(context, round, { requestId: 'cut-off-by-the-old-time', what: '到点截止' });
  await expect(closing).rejects.toMatchObject({ code: 'CONFLICT' });
  await sdk.close();
  expect(stockNow(township, round._id).open).toBe(true);
  expect(roundNow(township, round._id).status).toBe('open');
});
