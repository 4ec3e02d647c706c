import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { putDeclared } from '../../support/declarations';
import type { Town } from '../town';
import { homeOf } from './business';
import { VILLAGER, NOBODY, GRID_MEMBER, at, type PageVisit } from './visit';

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

export const RETURNS_PAGES: readonly PageVisit[] = [
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
];
