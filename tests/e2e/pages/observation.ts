import { putObserved } from '../../support/observed';
import type { Town } from '../town';
import { type Household } from './business';
import { VILLAGER, RETURNED, GRID_MEMBER, DOCTOR, at, type PageVisit } from './visit';

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

export const OBSERVATION_PAGES: readonly PageVisit[] = [
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
];
