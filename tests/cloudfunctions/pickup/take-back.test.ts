import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import {
  entriesOf,
  handers,
  handOverForm,
  orderNow,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const at = (minutesAgo: number): string =>
  toTimestamp(chinaTime(township.simulator.clock.now()).subtract(minutesAgo, 'minute'));
const anOrder = () => putShare(township, putArrivedRound(township));
const brokenEggs = (orderId: string) => ({
  requestId: newRequestId(),
  orderId,
  lines: [{ itemId: 'egg', quantity: 1 }],
  money: 2350,
  reason: '鸡蛋碎了一盒',
});

test('a broken carton comes back and its money goes back, once; a whole one may be handed over instead', async () => {
  const order = anOrder();
  const { seller, member } = handers(township);
  await seller().get('pickup', 'handOver', handOverForm(order));
  const form = brokenEggs(order._id);
  await Promise.all([1, 2].map(() => member().get('pickup', 'refund', form)));
  const row = await member().get('pickup', 'refund', form);
  expect(row).toMatchObject({ delivered: 2500, paid: 2500, handOver: { status: 'collected' } });
  expect(entriesOf(township, order).find(({ kind }) => kind === 'refund')).toMatchObject({
    delivered: { egg: -1 },
    goods: -2350,
    money: -2350,
    reason: '鸡蛋碎了一盒',
  });
  const again = handOverForm(order, { lines: [{ itemId: 'egg', quantity: 1 }], money: 2350 });
  expect(await seller().get('pickup', 'handOver', again)).toMatchObject({ delivered: 4850, paid: 4850 });
  expect(entriesOf(township, order)).toHaveLength(3);
});

test('what was ticked by mistake comes back whole, and the order waits again', async () => {
  const order = anOrder();
  const seller = handers(township).seller();
  await seller.get('pickup', 'handOver', handOverForm(order));
  const { lines, money } = handOverForm(order);
  const row = await seller.get('pickup', 'refund', {
    requestId: newRequestId(),
    orderId: order._id,
    lines,
    money,
    reason: '点错了人家',
  });
  expect(row).toMatchObject({ delivered: 0, paid: 0, handOver: { status: 'waiting', at: null } });
});

test('no more goes back than was handed over and paid', async () => {
  const order = anOrder();
  const seller = handers(township).seller();
  await seller.get('pickup', 'handOver', handOverForm(order, { money: 1000 }));
  const money = await seller.call('pickup', 'refund', brokenEggs(order._id));
  expect(money).toMatchObject({
    error: {
      code: 'CONFLICT',
      message: expect.stringMatching(/^这一单只收过 10 元，退不了 23.5 元。/) as string,
    },
  });
  const goods = await seller.call('pickup', 'refund', {
    ...brokenEggs(order._id),
    lines: [{ itemId: 'egg', quantity: 2 }],
    money: 0,
  });
  expect(goods).toMatchObject({ error: { message: expect.stringMatching(/^退的比交的还多。/) as string } });
  const nothing = await seller.call('pickup', 'refund', { ...brokenEggs(order._id), lines: [], money: 0 });
  expect(nothing).toMatchObject({ error: { fields: { lines: expect.any(String) as string } } });
  expect(orderNow(township, order._id)).toMatchObject({ delivered: 4850, paid: 1000 });
});

test('a refund that arrives before its hand-over says to wait for it, and is taken once that is there', async () => {
  const order = anOrder();
  const { seller, leader } = handers(township);
  const form = brokenEggs(order._id);
  const early = await leader().call('pickup', 'refund', form);
  expect(early).toMatchObject({
    error: { message: expect.stringContaining('请等它传上来再退') as string },
  });
  await seller().get('pickup', 'handOver', handOverForm(order, { at: at(30) }));
  expect(await leader().get('pickup', 'refund', form)).toMatchObject({ delivered: 2500, paid: 2500 });
});

test('who did not come may still come; who came is not marked as missing, however late that arrives', async () => {
  const order = anOrder();
  const { seller, member } = handers(township);
  const missing = { requestId: newRequestId(), orderId: order._id, at: at(20) };
  await member().get('pickup', 'noShow', missing);
  const marked = await member().get('pickup', 'noShow', missing);
  expect(marked).toMatchObject({ handOver: { status: 'noShow', at: missing.at }, version: 2 });
  expect(entriesOf(township, order)).toEqual([]);

  const came = await seller().get('pickup', 'handOver', handOverForm(order));
  expect(came).toMatchObject({ handOver: { status: 'collected' }, delivered: 4850 });
  const late = await member().call('pickup', 'noShow', { ...missing, requestId: newRequestId() });
  expect(late).toMatchObject({
    error: { message: expect.stringMatching(/已经由测试人员交过货，不用记没来领$/) as string },
  });
  expect(orderNow(township, order._id).handOver.status).toBe('collected');
});
