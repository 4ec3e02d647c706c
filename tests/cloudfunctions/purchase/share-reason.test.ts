import { shareReason } from '../../../cloudfunctions/purchase/share-reason';
import { roundItem } from '../../support/rounds';

const substitutes = {
  egg: { itemId: 'duck', quantity: 3, name: '鸭蛋', spec: '', unit: '板', price: 2000 },
};
const round = {
  items: [roundItem('egg', { name: '鸡蛋', unit: '板' })],
  demand: { orders: 10, amount: 0, byItem: { egg: { quantity: 20, orders: 10 } } },
  confirmed: { egg: 12 },
  substitutes: {},
};
const line = { itemId: 'egg', quantity: 3, allotted: 1, substitute: null };
const order = { care: [], substitutes: true };
const SHORT = '大家一共订了 20 板，只到 12 板。先分给七类人家庭，别家一份一份轮流分，最后几份先下单的先得。';

test.each([
  ['gets less', shareReason(line, order, round), `${SHORT}您家订 3 板，分到 1 板。`],
  [
    'is read by somebody on duty',
    shareReason(line, order, round, '这家'),
    `${SHORT}这家订 3 板，分到 1 板。`,
  ],
  [
    'gets something else for what is missing',
    shareReason({ ...line, substitute: { itemId: 'duck', quantity: 2, price: 2000 } }, order, {
      ...round,
      substitutes,
    }),
    `${SHORT}您家订 3 板，分到 1 板。缺的换成鸭蛋 2 板。`,
  ],
  [
    'would have taken something else, but there was too little of that',
    shareReason(line, order, { ...round, substitutes }),
    `${SHORT}您家订 3 板，分到 1 板。换的鸭蛋也不够，没有轮到。`,
  ],
  [
    'did not allow something else',
    shareReason(line, { ...order, substitutes: false }, { ...round, substitutes }),
    `${SHORT}您家订 3 板，分到 1 板。您家下单时没选“缺货可以换别的”，所以没有换。`,
  ],
  ['gets all it ordered', shareReason({ ...line, allotted: 3 }, order, round), null],
  ['has no share yet', shareReason({ ...line, allotted: null }, order, round), null],
  ['waits for the supplier to say', shareReason(line, order, { ...round, confirmed: null }), null],
])('a household that %s reads why', (_title, reason, expected) => {
  expect(reason).toBe(expected);
});
