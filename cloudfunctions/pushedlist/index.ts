import * as cloud from 'wx-server-sdk';
import { pushedListContract } from '../contracts/pushed-list';
import { serve } from '../kernel/serve';
import { discardList } from './discard-list';
import { applyList, checkList } from './dispatch-list';
import { assignEntry, endSearch, recordTry, reopenSearch } from './entry-acts';
import { tick } from './link-declared';
import { listFaults } from './list-faults';
import { makeTemplate } from './make-template';
import { openPhone } from './open-phone';
import { showEntries, showEntry } from './show-entries';
import { showLists } from './show-lists';
import { stageList } from './stage-list';

export const main = serve(
  'pushedlist',
  pushedListContract,
  {
    template: makeTemplate,
    stage: stageList,
    check: checkList,
    apply: applyList,
    discard: discardList,
    faults: listFaults,
    lists: showLists,
    entries: showEntries,
    entry: showEntry,
    openPhone,
    recordTry,
    end: endSearch,
    reopen: reopenSearch,
    assign: assignEntry,
    tick,
  },
  cloud,
);
