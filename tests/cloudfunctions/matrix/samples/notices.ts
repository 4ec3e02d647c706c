import { putNotice } from '../../../support/notices';
import type { SamplesOf } from './samples-of';

export const notices: SamplesOf<'notices'> = {
  inbox: ({ township }) => {
    putNotice(township);
    return {};
  },
  open: ({ township }) => ({ noticeId: putNotice(township)._id }),
  read: ({ township }) => ({ noticeId: putNotice(township)._id, seconds: 20 }),
  confirm: ({ township }) => ({ noticeId: putNotice(township)._id }),
  shared: ({ township }) => ({ noticeId: putNotice(township)._id, shareKey: 'shared-key' }),
};
