import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });

const supplies = async (openid: string) => (await township.as(openid).get('home', 'today', {})).supplies;

test('a household sees the round it has not ordered in; after it ordered, its order', async () => {
  const before = await supplies('o-li-jianguo');
  expect(before?.family?.toOrder.map(({ roundId }) => roundId)).toEqual(['demo-round-8']);
  expect(before?.family?.coming).toEqual([]);

  await township.as('o-li-jianguo').get('orders', 'order', {
    requestId: 'home-supplies-order-0001',
    roundId: 'demo-round-8',
    lines: [{ itemId: 'demo-huimin-vegetables', quantity: 1, price: 2500 }],
    wish: { way: 'pickup', pointId: 'square' },
  });
  const after = await supplies('o-li-jianguo');
  expect(after?.family?.toOrder).toEqual([]);
  expect(after?.family?.coming).toMatchObject([{ title: '蔬菜肉蛋团购', roundStatus: 'open', pickup: null }]);
});

test('a household that is not verified is asked nothing it may not do', async () => {
  const family = (await supplies('o-zhao-xiaojun'))?.family;
  expect(family?.coming).toEqual([]);
  expect(JSON.stringify(family)).not.toContain('refusal');
});

test('who orders for others sees rounds and needs of their own grids only', async () => {
  const [order] = township.documents<OrderDocument>('orders').filter(({ gridId }) => gridId === 't1-v1-g3');
  expect(order).toBeDefined();
  const [mine, elsewhere] = [await supplies('o-zhang-li'), await supplies('o-liu-yang')];
  expect(mine?.open.map(({ roundId }) => roundId)).toEqual(['demo-round-8']);
  expect(mine).toMatchObject({ family: null, needs: 0, lacking: null, toConfirm: [] });
  expect(elsewhere).toMatchObject({ open: [], needs: 0, handingOut: [] });
});

test('a supplier sees nothing of households', async () => {
  expect(await supplies('o-tang-bo')).toMatchObject({ family: null, open: [], needs: 0, lacking: null });
});
