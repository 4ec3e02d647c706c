import { village } from './business';
import { NOBODY, OFFICER, at, type PageVisit } from './visit';

export const OFFICE_PAGES: readonly PageVisit[] = [
  { name: 'grids', openid: OFFICER, route: at('/packages/office/grids/index'), shows: '下面的网格' },
  {
    name: 'grids-village',
    openid: OFFICER,
    route: (town) => `/packages/office/grids/index?gridId=${village(town)}`,
    shows: '花名册：导入、导出',
  },
  {
    name: 'grid-form',
    openid: OFFICER,
    route: (town) => `/packages/office/grid-form/index?parentId=${village(town)}&parentLevel=village`,
    shows: '加上网格',
  },
  {
    name: 'grid-move',
    openid: OFFICER,
    route: at('/packages/office/grid-move/index?gridId=t1-v1-g3'),
    shows: '移到哪个村',
  },
  {
    name: 'post-form',
    openid: OFFICER,
    route: (town) =>
      `/packages/office/post-form/index?gridId=${village(town)}&place=${encodeURIComponent('柳溪村')}`,
    shows: '给他岗位',
  },
  { name: 'open-office', openid: NOBODY, route: at('/packages/office/open-office/index'), shows: '开通码' },
];
