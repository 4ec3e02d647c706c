import type { StaffRole } from '../../../cloudfunctions/contracts/index';

/** What somebody on duty does with notices. */
export type NoticeEntrance = { url: string; icon: string; title: string; note: string };

const LEADERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];
const TELLERS: readonly StaffRole[] = ['gridMember', 'villageDoctor', ...LEADERS];

const OFFERED: readonly (NoticeEntrance & { roles: readonly StaffRole[] })[] = [
  {
    roles: LEADERS,
    url: 'publishing/list/index',
    icon: 'note',
    title: '写过的通知',
    note: '等同意的、发出去的，看谁还不知道，更正和撤回',
  },
  {
    roles: TELLERS,
    url: 'reach/tasks/index',
    icon: 'phone',
    title: '要告诉的户',
    note: '没看通知的，打电话、上门告诉',
  },
  {
    roles: LEADERS,
    url: 'rumours/queue/index',
    icon: 'shield',
    title: '答复谣言',
    note: '乡亲报来的，核实了写辟谣，自动告诉报的人',
  },
  {
    roles: ['gridMember', ...LEADERS],
    url: 'channels/groups/index',
    icon: 'people',
    title: '微信群',
    note: '哪个群是哪个网格的，发过什么，多少人打开',
  },
  {
    roles: LEADERS,
    url: 'channels/robots/index',
    icon: 'speaker',
    title: '工作群机器人',
    note: '通知自动发到企业微信工作群',
  },
];

/** The ways in for whoever holds these roles, the daily things first. */
export const noticeEntrances = (roles: readonly StaffRole[]): NoticeEntrance[] =>
  OFFERED.filter((entrance) => entrance.roles.some((role) => roles.includes(role))).map(
    ({ url, icon, title, note }) => ({ url: `/packages/${url}`, icon, title, note }),
  );
