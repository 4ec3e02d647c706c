import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { judged, putAlert, referred, taken } from '../support/alerts';
import { putDeclared } from '../support/declarations';
import { putFinishedObservation } from '../support/finished-observations';
import { putCertificate } from '../support/releases';
import { putObserved } from '../support/observed';
import { CATALOGUE_PAGES } from './pages-of-catalogue';
import { HANDING_PAGES } from './pages-of-handing-out';
import { ROUND_PAGES } from './pages-of-rounds';
import { PURCHASE_PAGES } from './pages-of-purchase';
import { SHOP_PAGES } from './pages-of-shop';
import type { Town } from './town';

/** Every page of the mini-program, held by somebody who has business there, and words that show when it is ready. */
export type PageVisit = { name: string; openid: string; route: (town: Town) => string; shows: string };

const VILLAGER = 'o-li-jianguo';
const RETURNED = 'o-zhao-xiaojun';
const NOBODY = 'o-zhou-ping';
const GRID_MEMBER = 'o-zhang-li';
const LEADER = 'o-li-guoqiang';
const OFFICER = 'o-chen-zhiyuan';
const DOCTOR = 'o-sun-xiumei';

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

/** Somebody of the grid member's team who has just arrived. */
const arrivedIn = (town: Town): string => {
  const files = town.documents<HouseholdDocument>('households');
  const file = files.find(({ gridId, status }) => gridId === 't1-v1-g3' && status === 'verified');
  const personId = file?.people[0]?.personId ?? '';
  return putDeclared(town, { householdId: file?._id ?? '', personId })._id;
};

/** A return of the villager's household. */
const arrivalOf = (town: Town): string => {
  const householdId = homeOf(town, VILLAGER);
  const file = town.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId);
  return putDeclared(town, { householdId, personId: file?.people[0]?.personId ?? '' }).arrivalId;
};

/** An alert of the grid member's team, as far as the page is about. */
const alertIn = (town: Town, changes: Parameters<typeof putAlert>[2] = {}): string =>
  encodeURIComponent(putAlert(town, waitingFile(town), changes));

const homeOf = (town: Town, openid: string): string =>
  town.documents<{ _id: string; householdId: string | null }>('accounts').find(({ _id }) => _id === openid)
    ?.householdId ?? '';
/** Nobody of the demo's days are over yet. */
const somebodyReady = (town: Town): string => putFinishedObservation(town, homeOf(town, VILLAGER))._id;
const certificateFor = (town: Town): string => putCertificate(town, homeOf(town, VILLAGER));

/** Somebody of 赵小军's household in the middle of fourteen days at home. */
function observedIn(town: Town): string {
  const found = town
    .documents<{ _id: string; name: string }>('observations')
    .find(({ name }) => name === '赵小军');
  const file = town.documents<Household>('households').find(({ headName }) => headName === '赵小军');
  return encodeURIComponent((found ?? putObserved(town, file?._id ?? '', '赵小军'))._id);
}
const ofObserved =
  (page: string, more = '') =>
  (town: Town) =>
    `/packages/observation/${page}/index?observationId=${observedIn(town)}${more}`;

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
  {
    name: 'pushed-lists',
    openid: OFFICER,
    route: at('/packages/pushedlist/lists/index'),
    shows: '还没有推送名单',
  },
  {
    name: 'pushed-list-import',
    openid: OFFICER,
    route: at('/packages/pushedlist/import/index'),
    shows: '县里发来的名单',
  },
  {
    name: 'pushed-list-entries',
    openid: GRID_MEMBER,
    route: at('/packages/pushedlist/entries/index'),
    shows: '没有要找的人',
  },
  { name: 'declare', openid: NOBODY, route: at('/packages/returns/declare/index'), shows: '您是谁' },
  {
    name: 'declare-household',
    openid: VILLAGER,
    route: at('/packages/returns/declare/index'),
    shows: '点一下名字',
  },
  {
    name: 'declare-proxy',
    openid: GRID_MEMBER,
    route: at('/packages/returns/declare/index?proxy=1'),
    shows: '先找到这位',
  },
  {
    name: 'declaration-result',
    openid: VILLAGER,
    route: (town) => `/packages/returns/decision/index?arrivalId=${arrivalOf(town)}`,
    shows: '接下来怎么做',
  },
  {
    name: 'my-declarations',
    openid: VILLAGER,
    route: at('/packages/returns/mine/index'),
    shows: '填返乡申报',
  },
  {
    name: 'returns-queue',
    openid: GRID_MEMBER,
    route: at('/packages/returns/queue/index'),
    shows: '替没有手机的人申报',
  },
  {
    name: 'returns-check',
    openid: GRID_MEMBER,
    route: (town) => `/packages/returns/check/index?declarationId=${arrivedIn(town)}`,
    shows: '当面核对',
  },
  {
    name: 'alerts',
    openid: DOCTOR,
    route: (town) => {
      alertIn(town);
      return '/packages/alerts/list/index';
    },
    shows: '去处理这个异常',
  },
  {
    name: 'alert',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/detail/index?alertId=${alertIn(town)}`,
    shows: '我来处理',
  },
  {
    name: 'alert-referred',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/detail/index?alertId=${alertIn(town, referred)}`,
    shows: '已报镇里',
  },
  {
    name: 'alert-assess',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/assess/index?alertId=${alertIn(town, taken)}`,
    shows: '看到的情况',
  },
  {
    name: 'alert-refer',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/refer/index?alertId=${alertIn(town, judged('suspected'))}`,
    shows: '谁护送',
  },
  {
    name: 'alert-close',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/close/index?alertId=${alertIn(town, judged('keepWatching'))}`,
    shows: '结果说明',
  },
  { name: 'alerts-mine', openid: VILLAGER, route: at('/packages/alerts/mine/index'), shows: '家里没有异常' },
  { name: 'clinics', openid: OFFICER, route: at('/packages/alerts/clinics/index'), shows: '加进名单' },
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
  {
    name: 'release-queue',
    openid: LEADER,
    route: at('/packages/release/queue/index'),
    shows: '公示名单',
  },
  {
    name: 'release-queue-town',
    openid: OFFICER,
    route: at('/packages/release/queue/index'),
    shows: '待批准',
  },
  {
    name: 'release-step',
    openid: LEADER,
    route: (town) => `/packages/release/step/index?id=${encodeURIComponent(somebodyReady(town))}`,
    shows: '体温记录',
  },
  {
    name: 'certificate',
    openid: VILLAGER,
    route: (town) => `/packages/release/certificate/index?id=${certificateFor(town)}`,
    shows: '放大给人扫',
  },
  {
    name: 'certificate-verify',
    openid: NOBODY,
    route: (town) => `/packages/release/verify/index?scene=${certificateFor(town)}`,
    shows: '再扫一张',
  },
  { name: 'verify', openid: NOBODY, route: at('/packages/release/verify/index'), shows: '扫一扫' },
  { name: 'published', openid: VILLAGER, route: at('/packages/release/published/index'), shows: '公示' },
  {
    name: 'publications',
    openid: LEADER,
    route: at('/packages/release/publications/index'),
    shows: '公示新名单',
  },
  { name: 'publish', openid: LEADER, route: at('/packages/release/publish/index'), shows: '公示这份名单' },
  { name: 'rules', openid: OFFICER, route: at('/packages/rules/overview/index'), shows: '什么人怎么管' },
  { name: 'rules-edit', openid: OFFICER, route: at('/packages/rules/edit/index'), shows: '什么人怎么管' },
  { name: 'rules-areas', openid: OFFICER, route: at('/packages/rules/areas/index'), shows: '加风险区域' },
  {
    name: 'rules-add-areas',
    openid: OFFICER,
    route: at('/packages/rules/add-areas/index'),
    shows: '哪些地方',
  },
  { name: 'rules-history', openid: OFFICER, route: at('/packages/rules/history/index'), shows: '看什么' },
  { name: 'rules-found', openid: LEADER, route: at('/packages/rules/found/index'), shows: '没有要处理的人' },
  {
    name: 'reading-anybody',
    openid: VILLAGER,
    route: at('/packages/observation/reading/index?anybody=1'),
    shows: '哪里不舒服',
  },
  {
    name: 'reading-spot',
    openid: DOCTOR,
    route: ofObserved('reading', '&spot=1'),
    shows: '记下赵小军的抽查体温',
  },
  { name: 'observed-today', openid: GRID_MEMBER, route: ofObserved('today', '&tab=all'), shows: '正在观察' },
  { name: 'observed-record', openid: DOCTOR, route: ofObserved('record'), shows: '早晚记录' },
  { name: 'observed-mine', openid: RETURNED, route: ofObserved('mine'), shows: '这些天要做的' },
  { name: 'door-notice', openid: GRID_MEMBER, route: ofObserved('door-notice'), shows: '存到相册' },
  { name: 'observed-test', openid: DOCTOR, route: ofObserved('test', '&day=7'), shows: '记下结果' },
  { name: 'observed-extend', openid: DOCTOR, route: ofObserved('extend'), shows: '延长几天' },
  { name: 'observed-move', openid: GRID_MEMBER, route: ofObserved('move'), shows: '换到哪里住' },
  { name: 'observed-responsible', openid: GRID_MEMBER, route: ofObserved('responsible'), shows: '谁来负责' },
  ...CATALOGUE_PAGES,
  ...HANDING_PAGES,
  ...PURCHASE_PAGES,
  ...ROUND_PAGES,
  ...SHOP_PAGES,
];
