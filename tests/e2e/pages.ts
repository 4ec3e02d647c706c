import type { Town } from './town';

/** Every page of the mini-program, held by somebody who has business there, and words that show when it is ready. */
export type PageVisit = { name: string; openid: string; route: (town: Town) => string; shows: string };

const VILLAGER = 'o-li-jianguo';
const RETURNED = 'o-zhao-xiaojun';
const NOBODY = 'o-zhou-ping';
const GRID_MEMBER = 'o-zhang-li';
const LEADER = 'o-li-guoqiang';
const OFFICER = 'o-chen-zhiyuan';

type Household = { _id: string; headName: string; gridId: string; papersIndexes: string[] };
type Grid = { _id: string; name: string; level: string };

const waitingFile = (town: Town): string =>
  town.documents<Household>('households').find(({ headName }) => headName === '王桂英')?._id ?? '';
/** Two files that hold the same papers. */
const twins = (town: Town): readonly [string, string] => {
  const files = town.documents<Household>('households');
  const holder = new Map<string, string>();
  for (const { _id, papersIndexes } of files)
    for (const index of papersIndexes) {
      const first = holder.get(index);
      if (first !== undefined) return [first, _id];
      holder.set(index, _id);
    }
  throw new Error('Nobody of the demo is on file twice');
};
const village = (town: Town): string =>
  town.documents<Grid>('grids').find(({ name }) => name === '柳溪村')?._id ?? '';

const at = (route: string) => () => route;

export const PAGES: PageVisit[] = [
  { name: 'home-villager', openid: VILLAGER, route: at(''), shows: '今天要做的事' },
  { name: 'home-returned', openid: RETURNED, route: at(''), shows: '去修改' },
  { name: 'home-newcomer', openid: NOBODY, route: at(''), shows: '登记我家' },
  { name: 'home-grid-member', openid: GRID_MEMBER, route: at(''), shows: '登记覆盖' },
  { name: 'home-grid-leader', openid: LEADER, route: at(''), shows: '登记覆盖' },
  { name: 'home-town-officer', openid: OFFICER, route: at(''), shows: '登记覆盖' },
  { name: 'me', openid: VILLAGER, route: at('/pages/me/index'), shows: '隐私说明' },
  { name: 'privacy', openid: NOBODY, route: at('/pages/privacy/index'), shows: '登记什么' },
  { name: 'enrol', openid: NOBODY, route: at('/packages/registration/enrol/index'), shows: '柳溪村' },
  {
    name: 'household',
    openid: VILLAGER,
    route: at('/packages/registration/household/index'),
    shows: '李建国',
  },
  { name: 'claim', openid: NOBODY, route: at('/packages/registration/claim/index'), shows: '没有等着的认领' },
  {
    name: 'claims',
    openid: GRID_MEMBER,
    route: at('/packages/registration/claims/index'),
    shows: '没有等着的认领',
  },
  { name: 'join', openid: NOBODY, route: at('/packages/registration/join/index'), shows: '邀请码' },
  { name: 'leave', openid: VILLAGER, route: at('/packages/registration/leave/index'), shows: '注销我的账号' },
  {
    name: 'new-head',
    openid: GRID_MEMBER,
    route: (town) => `/packages/registration/new-head/index?householdId=${waitingFile(town)}`,
    shows: '新户主是谁',
  },
  {
    name: 'hand-over',
    openid: GRID_MEMBER,
    route: (town) => `/packages/registration/hand-over/index?householdId=${waitingFile(town)}`,
    shows: '现在登记在柳溪村三组',
  },
  { name: 'trail', openid: VILLAGER, route: at('/packages/registration/trail/index'), shows: '谁也改不了' },
  {
    name: 'enrol-at-the-door',
    openid: GRID_MEMBER,
    route: at('/packages/registration/enrol/index?door=1'),
    shows: '柳溪村',
  },
  { name: 'phones', openid: VILLAGER, route: at('/packages/registration/phones/index'), shows: '李建国' },
  {
    name: 'invite',
    openid: VILLAGER,
    route: at('/packages/registration/invite/index?personId=p&name=家人'),
    shows: '取邀请码',
  },
  { name: 'change', openid: RETURNED, route: at('/packages/registration/change/index'), shows: '门牌或位置' },
  { name: 'queue', openid: GRID_MEMBER, route: at('/packages/registration/queue/index'), shows: '王桂英家' },
  {
    name: 'queue-town',
    openid: OFFICER,
    route: at('/packages/registration/queue/index'),
    shows: '往下看其余的',
  },
  {
    name: 'review',
    openid: GRID_MEMBER,
    route: (town) => `/packages/registration/review/index?householdId=${waitingFile(town)}`,
    shows: '核实无误',
  },
  {
    name: 'correct',
    openid: GRID_MEMBER,
    route: (town) => `/packages/registration/change/index?householdId=${waitingFile(town)}`,
    shows: '存下改正',
  },
  {
    name: 'compare',
    openid: OFFICER,
    route: (town) =>
      `/packages/registration/compare/index?householdId=${twins(town)[0]}&other=${twins(town)[1]}`,
    shows: '同一个人登记在两户',
  },
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
  {
    name: 'enrol-by-code',
    openid: NOBODY,
    route: at('/packages/registration/enrol/index?scene=t1-v1-g3'),
    shows: '换地方',
  },
  { name: 'coverage-town', openid: OFFICER, route: at('/packages/gridwork/coverage/index'), shows: '柳溪村' },
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
  { name: 'open-office', openid: NOBODY, route: at('/packages/office/open-office/index'), shows: '开通码' },
];
