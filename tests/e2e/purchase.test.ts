import { chinaTime } from '../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { orderOf, ordersNow, putOrders } from '../support/placed-orders';
import { putOpenRound } from '../support/rounds';
import { turnWheels } from './declaring';
import { marketOf, VEG_AND_EGGS } from './purchasing';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser('township', { timers: false });

const SELLER = 'o-tang-bo';
const LEADER = 'o-li-guoqiang';
const VILLAGER = 'o-li-jianguo';
const TITLE = '周五的菜和蛋';

/** 惠民超市 offers 柳溪村 vegetables and eggs; thirty households ordered, 李建国's last of all. */
function putOrderedRound(): RoundDocument {
  const { simulator } = township();
  const { where, supplier, households } = marketOf(township());
  const round = putOpenRound(where, {
    supplierId: supplier._id,
    items: VEG_AND_EGGS,
    changes: { title: TITLE },
  });
  const isVillager = ({ headName }: HouseholdDocument) => headName === '李建国';
  const others = households.filter((file) => !isVillager(file)).slice(0, 29);
  const late = chinaTime(simulator.clock.now()).add(1, 'minute').format();
  putOrders(where, [
    ...others.map((file) => orderOf(where, round, file, { veg: 1, egg: 1 })),
    orderOf(where, round, households.find(isVillager)!, { veg: 2, egg: 1 }, { placedAt: late, care: [] }),
  ]);
  return round;
}

it('after cut-off the supplier reads one list, says that eggs are short, and every household reads what it gets and why', async () => {
  const round = putOrderedRound();
  const { simulator } = township();
  await simulator.clock.set(chinaTime(round.closesAt).add(2, 'minute').valueOf());
  for (let ticks = 0; ticks < 3; ticks += 1) await simulator.fireTimer('rounds');

  const seller = await hold(SELLER, { route: '/packages/supplier/rounds/index' });
  await seller.tap(TITLE);
  await seller.sees('30 户');
  await seller.sees('61 份');
  await seller.picture('purchase-1-list');
  await seller.press('确认到货数量');
  await seller.press('都够，照订的数填');
  await seller.type('能到几板', '24');
  await seller.sees('缺 6 板');
  await turnWheels(seller, '鸡蛋缺的用什么代替');
  await seller.sees('1 样缺货，一共缺 6 份');
  await seller.picture('purchase-2-short');
  await seller.press('确认到货数量');
  await seller.sees('确认好了');
  await seller.answer('知道了');
  await seller.sees('6 户没有分够，一共差 6 份');
  await seller.picture('purchase-3-shared');

  const villager = await hold(VILLAGER, {
    route: `/packages/shop/order/index?orderId=${encodeURIComponent(ordersNow(township(), round._id).find(({ headName }) => headName === '李建国')!._id)}`,
  });
  await villager.sees('大家一共订了 30 板，只到 24 板');
  await villager.picture('purchase-4-household');

  const leader = await hold(LEADER, {
    route: `/packages/supplier/list/index?roundId=${round._id}&as=leader`,
  });
  await leader.tap('看是哪些户');
  await leader.scrollTo('李建国');
  await leader.expectNoProblems();

  await seller.press('货到了');
  await seller.answer('都到了');
  await seller.sees('正在发');
  await seller.expectNoProblems();
  expect(ordersNow(township(), round._id).every(({ pickup }) => pickup !== null)).toBe(true);
});
