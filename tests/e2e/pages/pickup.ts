import type { Town } from '../town';
import { fetchedOrder, putHandingRound } from '../handing';
import type { PageVisit } from './visit';

const MEMBER = 'o-zhang-li';
const LEADER = 'o-li-guoqiang';
const SELLER = 'o-tang-bo';

const inRound =
  (page: string, more = '') =>
  (town: Town) =>
    `/packages/${page}/index?roundId=${encodeURIComponent(putHandingRound(town).round._id)}${more}`;
const ofOrder = (page: string) => (town: Town) => {
  const [order] = putHandingRound(town).orders;
  return `/packages/${page}/index?orderId=${encodeURIComponent(order!._id)}`;
};
const rounds = (town: Town): string => {
  putHandingRound(town);
  return '/packages/pickup/rounds/index';
};

const ofFetched = (page: string) => (town: Town) =>
  `/packages/pickup/${page}/index?orderId=${encodeURIComponent(fetchedOrder(town)._id)}`;
const refund = ofFetched('refund');
const fetched = ofFetched('hand-over');

/** Handing out, and the money of a round. */
export const HANDING_PAGES: PageVisit[] = [
  { name: 'handing-rounds', openid: LEADER, route: rounds, shows: '打开名单，开始发' },
  { name: 'handing-day', openid: SELLER, route: inRound('pickup/day'), shows: '扫领货码' },
  { name: 'handing-over', openid: MEMBER, route: ofOrder('pickup/hand-over'), shows: '交一样，勾一样' },
  { name: 'handing-doors', openid: MEMBER, route: inRound('pickup/doors'), shows: '下一户' },
  { name: 'handing-leftovers', openid: SELLER, route: inRound('pickup/leftovers'), shows: '还剩的' },
  { name: 'handing-refund', openid: MEMBER, route: refund, shows: '退回哪些东西' },
  { name: 'handed-over', openid: SELLER, route: fetched, shows: '该给的都给了' },
  { name: 'money', openid: LEADER, route: inRound('settlement/round'), shows: '结清要做的' },
  { name: 'money-for-the-supplier', openid: SELLER, route: inRound('settlement/round'), shows: '供货方签字' },
  {
    name: 'money-differences',
    openid: LEADER,
    route: inRound('settlement/differences', '&kind=uncollected'),
    shows: '的东西没领',
  },
  { name: 'money-count', openid: MEMBER, route: inRound('settlement/count'), shows: '手里有多少现金' },
  { name: 'money-sign', openid: SELLER, route: inRound('settlement/sign'), shows: '供货方签名' },
  { name: 'money-entries', openid: LEADER, route: inRound('settlement/entries'), shows: '交货' },
];
