import * as cloud from 'wx-server-sdk';
import { publishingContract } from '../contracts/publishing';
import { serve } from '../kernel/serve';
import { decideNotice } from './decide-notice';
import { discardDraft, saveDraft, showDraft, showDrafts } from './drafts';
import { countForWriter, listNotices, showNotice } from './list-notices';
import { sendNotice } from './send-notice';
import { tick } from './tick';
import { withdrawNotice } from './withdraw-notice';

export const main = serve(
  'publishing',
  publishingContract,
  {
    saveDraft,
    drafts: showDrafts,
    readDraft: showDraft,
    discardDraft,
    countAudience: countForWriter,
    send: sendNotice,
    decide: decideNotice,
    withdraw: withdrawNotice,
    list: listNotices,
    show: showNotice,
    tick,
  },
  cloud,
);
