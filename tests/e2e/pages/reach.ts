import { emptyReceipt, newSheet } from '../../../cloudfunctions/reach/receipt';
import { SHEETS } from '../../../cloudfunctions/reach/sheet.document';
import { neighbourIn } from '../../support/families';
import { putNotice, putStaffSheet } from '../../support/notices';
import type { Town } from '../town';
import { placed } from './publishing';
import { at, GRID_MEMBER, LEADER, type PageVisit } from './visit';

const SHOW = '/packages/reach/show/index?noticeId=';
const URGENT = `${SHOW}demo-notice-urgent`;

/** A notice that also goes to those on duty, of one household, which knows. */
function known(town: Town): string {
  const { team, gridId } = placed(town).here;
  const notice = putNotice(placed(town), {
    title: '明天上午停电',
    audience: { gridIds: [gridId], roles: ['gridMember'], households: true, tags: [] },
  });
  const household = neighbourIn(town, team.gridId);
  const place = { ...team, pathNames: ['青石镇', '柳溪村', '三组'] };
  const told = {
    how: 'phone' as const,
    byName: '张丽',
    openid: GRID_MEMBER,
    at: notice.publishedAt ?? '',
    requestId: 'told-on-the-phone',
  };
  const sheet = newSheet(notice, place, { [household._id]: { ...emptyReceipt(household, true), told } });
  const counts = { ...sheet.counts, phone: 1, known: 1 };
  town.simulator.database.insertMany(SHEETS, [{ ...sheet, counts }]);
  putStaffSheet(placed(town), notice);
  return notice._id;
}

/** How far notices have come, and who still has to be told. */
export const REACH_PAGES: PageVisit[] = [
  { name: 'reach', openid: LEADER, route: at(URGENT), shows: '还不知道的' },
  { name: 'reach-member', openid: GRID_MEMBER, route: at(URGENT), shows: '再提醒这' },
  {
    name: 'reach-all-know',
    openid: LEADER,
    route: (town) => SHOW + known(town),
    shows: '一户不漏',
  },
  {
    name: 'reach-staff',
    openid: LEADER,
    route: (town) => `/packages/reach/staff/index?noticeId=${known(town)}`,
    shows: '还没打开',
  },
  { name: 'reach-tasks', openid: GRID_MEMBER, route: at('/packages/reach/tasks/index'), shows: '打电话' },
];
