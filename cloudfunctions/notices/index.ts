import * as cloud from 'wx-server-sdk';
import { noticesContract } from '../contracts/notices';
import { serve } from '../kernel/serve';
import { confirmNotice, openNotice, readNoticeToTheEnd, showShared } from './open-notice';
import { showInbox } from './show-inbox';

export const main = serve(
  'notices',
  noticesContract,
  {
    inbox: showInbox,
    open: openNotice,
    read: readNoticeToTheEnd,
    confirm: confirmNotice,
    shared: showShared,
  },
  cloud,
);
