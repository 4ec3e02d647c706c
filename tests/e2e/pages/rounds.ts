import { putOpenRound, putSchedule } from '../../support/rounds';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { PageVisit } from './visit';
import type { Town } from '../town';

const LEADER = 'o-li-guoqiang';
const MEMBER = 'o-zhang-li';
const OFFICER = 'o-chen-zhiyuan';

/** The demo's own open round of the village. */
const openRound = (town: Town): RoundDocument =>
  town.documents<RoundDocument>('rounds').find(({ status }) => status === 'open')!;
const ofOpen =
  (page: string, more = '') =>
  (town: Town) =>
    `/packages/rounds/${page}/index?roundId=${encodeURIComponent(openRound(town)._id)}${more}`;

/** A draft in the village, not opened yet. */
const draft = (town: Town): string => {
  const { simulator } = town;
  const source = openRound(town);
  const round = putOpenRound(
    { simulator, documents: (collection) => town.documents(collection), here: hereOf(source) },
    { gridPath: source.gridPath, supplierId: source.supplierId, changes: { status: 'draft', number: 0 } },
  );
  return `/packages/rounds/show/index?roundId=${round._id}`;
};
/** Only its path is asked for. */
const hereOf = ({ gridId, gridPath }: RoundDocument) => ({
  gridId,
  gridPath,
  name: '',
  team: { gridId, name: '', gridPath },
  householdId: '',
  resident: '',
});

/** The village lives on supplies since last week. */
function closedOff(page: string): (town: Town) => string {
  return (town) => {
    putSchedule(town, openRound(town), { startedAt: '2020-01-01T08:00:00+08:00' });
    return `/packages/rounds/${page}/index`;
  };
}

/** Rounds, for those who make them and for those who ask who has not ordered. */
export const ROUND_PAGES: PageVisit[] = [
  { name: 'rounds', openid: LEADER, route: () => '/packages/rounds/list/index', shows: '第 8 批' },
  { name: 'rounds-member', openid: MEMBER, route: () => '/packages/rounds/list/index', shows: '第 8 批' },
  { name: 'round', openid: LEADER, route: ofOpen('show'), shows: '谁还没订' },
  { name: 'round-draft', openid: LEADER, route: draft, shows: '删掉草稿' },
  { name: 'round-form', openid: LEADER, route: () => '/packages/rounds/edit/index', shows: '给哪里订' },
  {
    name: 'round-not-ordered',
    openid: LEADER,
    route: ofOpen('not-ordered', `&gridId=t1-v1&name=${encodeURIComponent('柳溪村')}`),
    shows: '打电话',
  },
  { name: 'round-lacking', openid: OFFICER, route: closedOff('lacking'), shows: '天以上没有领到东西' },
  { name: 'round-schedules', openid: OFFICER, route: closedOff('schedules'), shows: '不再定期开' },
  { name: 'round-cut-off', openid: LEADER, route: ofOpen('cut-off'), shows: '什么时候截止' },
  { name: 'round-schedule', openid: LEADER, route: ofOpen('schedule'), shows: '几天开一批' },
];
