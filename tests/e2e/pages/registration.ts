import type { Town } from '../town';
import { type Household, waitingFile } from './business';
import { VILLAGER, RETURNED, NOBODY, GRID_MEMBER, OFFICER, at, type PageVisit } from './visit';

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

export const REGISTRATION_PAGES: readonly PageVisit[] = [
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
  {
    name: 'enrol-by-code',
    openid: NOBODY,
    route: at('/packages/registration/enrol/index?scene=t1-v1-g3'),
    shows: '换地方',
  },
];
