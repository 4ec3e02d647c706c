import { VILLAGER, RETURNED, NOBODY, GRID_MEMBER, LEADER, OFFICER, at, type PageVisit } from './visit';

export const HOME_PAGES: readonly PageVisit[] = [
  { name: 'home-villager', openid: VILLAGER, route: at(''), shows: '今天要做的事' },
  { name: 'home-returned', openid: RETURNED, route: at(''), shows: '去修改' },
  { name: 'home-newcomer', openid: NOBODY, route: at(''), shows: '登记我家' },
  { name: 'home-grid-member', openid: GRID_MEMBER, route: at(''), shows: '登记覆盖' },
  { name: 'home-grid-leader', openid: LEADER, route: at(''), shows: '登记覆盖' },
  { name: 'home-town-officer', openid: OFFICER, route: at(''), shows: '登记覆盖' },
  { name: 'me', openid: VILLAGER, route: at('/pages/me/index'), shows: '隐私说明' },
  { name: 'privacy', openid: NOBODY, route: at('/pages/privacy/index'), shows: '登记什么' },
];
