import { alertIn } from './business';
import { GRID_MEMBER, OFFICER, at, type PageVisit } from './visit';

export const NUMBERS_PAGES: readonly PageVisit[] = [
  { name: 'numbers', openid: OFFICER, route: at('/packages/numbers/overview/index'), shows: '最近 14 天' },
  {
    name: 'numbers-people',
    openid: GRID_MEMBER,
    route: (town) => {
      alertIn(town);
      return '/packages/numbers/people/index?gridId=t1-v1-g3&figure=alerts&title=异常';
    },
    shows: '王桂英',
  },
];
