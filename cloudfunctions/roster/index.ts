import * as cloud from 'wx-server-sdk';
import { rosterContract } from '../contracts/roster';
import { serve } from '../kernel/serve';
import { applyRoster } from './apply-roster';
import { checkRoster } from './check-roster';
import { discardRoster } from './discard-roster';
import { exportRoster } from './export-roster';
import { listFaults } from './list-faults';
import { makeTemplate } from './make-template';
import { showOverview } from './show-overview';
import { stageRoster } from './stage-roster';
import { sweep } from './sweep';

export const main = serve(
  'roster',
  rosterContract,
  {
    overview: showOverview,
    template: makeTemplate,
    stage: stageRoster,
    check: checkRoster,
    apply: applyRoster,
    discard: discardRoster,
    faults: listFaults,
    export: exportRoster,
    sweep,
  },
  cloud,
);
