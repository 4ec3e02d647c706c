import type { StaffRole } from '../../../cloudfunctions/contracts/index';

/** What somebody on duty does with notices. */
export type NoticeEntrance = { url: string; icon: string; title: string; note: string };

const OFFERED: readonly (NoticeEntrance & { roles: readonly StaffRole[] })[] = [];

/** The ways in for whoever holds these roles, the daily things first. */
export const noticeEntrances = (roles: readonly StaffRole[]): NoticeEntrance[] =>
  OFFERED.filter((entrance) => entrance.roles.some((role) => roles.includes(role))).map(
    ({ url, icon, title, note }) => ({ url: `/packages/${url}`, icon, title, note }),
  );
