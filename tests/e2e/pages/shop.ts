import type { PageVisit } from './visit';
import type { Town } from '../town';

const VILLAGER = 'o-li-jianguo';
const GRID_MEMBER = 'o-zhang-li';
const ROUND = 'demo-round-8';
const BEFORE = 'demo-round-7';

const homeOf = (town: Town, openid: string): string =>
  town.documents<{ _id: string; householdId: string | null }>('accounts').find(({ _id }) => _id === openid)
    ?.householdId ?? '';
/** What the villager's household had last time. */
const lastOrder = (town: Town): string => encodeURIComponent(`${BEFORE}:${homeOf(town, VILLAGER)}`);
const at = (route: string) => () => route;

/** Ordering, for one's own household and for those who can't. */
export const SHOP_PAGES: PageVisit[] = [
  { name: 'supplies', openid: VILLAGER, route: at('/pages/supplies/index'), shows: '看我家订过的' },
  {
    name: 'supplies-newcomer',
    openid: 'o-zhou-ping',
    route: at('/pages/supplies/index'),
    shows: '先登记，再订东西',
  },
  {
    name: 'shop',
    openid: VILLAGER,
    route: at(`/packages/shop/shop/index?roundId=${ROUND}`),
    shows: '领货时当面付',
  },
  {
    name: 'shop-proxy',
    openid: GRID_MEMBER,
    route: (town) =>
      `/packages/shop/shop/index?roundId=${ROUND}&householdId=${encodeURIComponent(homeOf(town, VILLAGER))}`,
    shows: '给李建国家代订',
  },
  {
    name: 'order',
    openid: VILLAGER,
    route: (town) => `/packages/shop/order/index?orderId=${lastOrder(town)}`,
    shows: '订了什么',
  },
  { name: 'orders-mine', openid: VILLAGER, route: at('/packages/shop/mine/index'), shows: '就这些了' },
  {
    name: 'order-slot',
    openid: VILLAGER,
    route: (town) => `/packages/shop/slot/index?orderId=${lastOrder(town)}`,
    shows: '现在是',
  },
  {
    name: 'proxy-rounds',
    openid: GRID_MEMBER,
    route: at('/packages/proxyorders/rounds/index'),
    shows: '给七类人的家庭代订：先打电话或上门问清楚要什么。',
  },
  {
    name: 'proxy-households',
    openid: GRID_MEMBER,
    route: at(`/packages/proxyorders/households/index?roundId=${ROUND}`),
    shows: '独居老人',
  },
  {
    name: 'proxy-needs',
    openid: GRID_MEMBER,
    route: at('/packages/proxyorders/needs/index'),
    shows: '要办的',
  },
];
