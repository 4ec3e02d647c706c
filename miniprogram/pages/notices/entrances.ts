import type { StaffRole } from '../../../cloudfunctions/contracts/index';

/** What somebody on duty does with notices. */
export type NoticeEntrance = { url: string; icon: string; title: string; note: string };

const LEADERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];

const OFFERED: readonly (NoticeEntrance & { roles: readonly StaffRole[] })[] = [
  {
    roles: LEADERS,
    url: 'publishing/list/index',
    icon: 'note',
    title: '写过的通知',
    note: '等同意的、发出去的，看谁还不知道，更正和撤回',
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
