import { village } from './business';
import { LEADER, type PageVisit } from './visit';

export const ROSTER_PAGES: readonly PageVisit[] = [
  {
    name: 'roster',
    openid: LEADER,
    route: (town) => `/packages/roster/import/index?gridId=${village(town)}`,
    shows: '下载模板',
  },
  {
    name: 'roster-export',
    openid: LEADER,
    route: (town) =>
      `/packages/roster/export/index?gridId=${village(town)}&place=${encodeURIComponent('柳溪村')}`,
    shows: '为什么导出',
  },
];
