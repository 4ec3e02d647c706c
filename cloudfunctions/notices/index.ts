import * as cloud from 'wx-server-sdk';
import { noticesContract } from '../contracts/notices';
import { serve } from '../kernel/serve';
import { confirmNotice, openNotice, readNoticeToTheEnd, showShared } from './open-notice';
import { saveNotice, showSaved } from './saved-notices';
import { showInbox } from './show-inbox';
import { confirmAsStaff, openAsStaff, readAsStaff, showStaffInbox } from './staff-notices';

export const main = serve(
  'notices',
  noticesContract,
  {
    inbox: showInbox,
    open: openNotice,
    read: readNoticeToTheEnd,
    confirm: confirmNotice,
    save: saveNotice,
    saved: showSaved,
    shared: showShared,
    staffInbox: showStaffInbox,
    staffOpen: openAsStaff,
    staffRead: readAsStaff,
    staffConfirm: confirmAsStaff,
  },
  cloud,
);
