import { putNotice, putSheet } from '../../../support/notices';
import { ROLES } from '../callers';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

/** For everybody on duty in the village `here`, and for no household. */
const toStaff = ({ here }: World['township']) => ({
  audience: { gridIds: [here.gridId], roles: [...ROLES], households: false, tags: [] },
});

export const notices: SamplesOf<'notices'> = {
  inbox: ({ township }) => {
    putNotice(township);
    return {};
  },
  open: ({ township }) => ({ noticeId: putNotice(township)._id }),
  read: ({ township }) => ({ noticeId: putNotice(township)._id, seconds: 20 }),
  confirm: ({ township }) => ({ noticeId: putNotice(township)._id }),
  save: ({ township, enrolled }) => {
    const notice = putNotice(township);
    putSheet(township, notice, { householdId: enrolled.householdId, headName: '任意' });
    return { noticeId: notice._id, saved: true };
  },
  saved: () => ({}),
  staffInbox: ({ township }) => {
    putNotice(township, toStaff(township));
    return {};
  },
  staffOpen: ({ township }) => ({ noticeId: putNotice(township, toStaff(township))._id }),
  staffRead: ({ township }) => ({ noticeId: putNotice(township, toStaff(township))._id, seconds: 20 }),
  staffConfirm: ({ township }) => ({ noticeId: putNotice(township, toStaff(township))._id }),
  shared: ({ township }) => ({ noticeId: putNotice(township)._id, shareKey: 'shared-key' }),
};
