import { waitingFile } from './business';
import { GRID_MEMBER, OFFICER, at, type PageVisit } from './visit';

export const GRIDWORK_PAGES: readonly PageVisit[] = [
  { name: 'search', openid: GRID_MEMBER, route: at('/packages/gridwork/search/index'), shows: '找一找' },
  {
    name: 'visits',
    openid: GRID_MEMBER,
    route: at('/packages/gridwork/visits/index'),
    shows: '没有约好的上门',
  },
  {
    name: 'visit-form',
    openid: GRID_MEMBER,
    route: (town) => `/packages/gridwork/visit-form/index?householdId=${waitingFile(town)}&name=x`,
    shows: '哪天上门',
  },
  {
    name: 'coverage',
    openid: GRID_MEMBER,
    route: at('/packages/gridwork/coverage/index'),
    shows: '要先照顾的人',
  },
  {
    name: 'team-code',
    openid: GRID_MEMBER,
    route: at('/packages/gridwork/team-code/index?gridId=t1-v1-g3'),
    shows: '贴在村口，扫一扫登记自家',
  },
  { name: 'coverage-town', openid: OFFICER, route: at('/packages/gridwork/coverage/index'), shows: '柳溪村' },
];
