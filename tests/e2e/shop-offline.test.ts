import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();
const LI = 'o-li-jianguo';

const ordersOf = (): OrderDocument[] =>
  township()
    .documents<OrderDocument>('orders')
    .filter(({ roundId, headName }) => roundId === 'demo-round-8' && headName === '李建国');

it('an order without a network stays on the phone, also when it is closed, and is placed once', async () => {
  const phone = await hold(LI, { route: '/packages/shop/shop/index?roundId=demo-round-8' });
  await phone.tap('照着订');
  await phone.network('offline');
  await phone.tapTwice('下单');
  await phone.sees('没有网络，订单存在这部手机');
  await phone.picture('shop-offline');
  expect(ordersOf()).toEqual([]);

  await phone.reopen();
  await phone.sees('改好了');
  const [order] = ordersOf();
  expect(order).toMatchObject({ status: 'placed', version: 1 });
  expect(order!.lines.map(({ quantity }) => quantity)).toEqual([1, 1, 1]);
  await phone.expectNoProblems();
});
