import type { PageVisit } from './visit';
import { putPurchase } from '../purchasing';
import type { Town } from '../town';

const SELLER = 'o-tang-bo';
const LEADER = 'o-li-guoqiang';

const inRound =
  (page: string, state: 'summed' | 'short', more = '') =>
  (town: Town) =>
    `/packages/supplier/${page}/index?roundId=${encodeURIComponent(putPurchase(town, state)._id)}${more}`;
const rounds = (town: Town): string => {
  putPurchase(town, 'summed');
  return '/packages/supplier/rounds/index';
};

/** What was ordered, what comes, and who gets it. */
export const PURCHASE_PAGES: PageVisit[] = [
  { name: 'purchase-rounds', openid: SELLER, route: rounds, shows: '等您确认数量' },
  { name: 'purchase-list', openid: SELLER, route: inRound('list', 'summed'), shows: '确认到货数量' },
  { name: 'purchase-confirm', openid: SELLER, route: inRound('confirm', 'summed'), shows: '每样能到多少' },
  { name: 'purchase-print', openid: SELLER, route: inRound('print', 'short'), shows: '存到相册' },
  {
    name: 'purchase-for-the-leader',
    openid: LEADER,
    route: inRound('list', 'short', '&as=leader'),
    shows: '看是哪些户',
  },
  { name: 'purchase-shares', openid: LEADER, route: inRound('shares', 'short'), shows: '没有分够' },
  {
    name: 'purchase-add-slots',
    openid: LEADER,
    route: inRound('add-slots', 'short'),
    shows: '加一个领取时段',
  },
];
