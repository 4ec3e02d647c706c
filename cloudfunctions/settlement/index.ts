import * as cloud from 'wx-server-sdk';
import { settlementContract } from '../contracts/settlement';
import { serve } from '../kernel/serve';
import { correct } from './correct';
import { countCash } from './count-cash';
import { settle } from './settle';
import { showDifferences, showEntries, showSettlement } from './show-settlement';
import { sign } from './sign';

export const main = serve(
  'settlement',
  settlementContract,
  {
    show: showSettlement,
    differences: showDifferences,
    entries: showEntries,
    countCash,
    sign,
    settle,
    correct,
  },
  cloud,
);
