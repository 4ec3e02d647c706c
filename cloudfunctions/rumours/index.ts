import * as cloud from 'wx-server-sdk';
import { rumoursContract } from '../contracts/rumours';
import { serve } from '../kernel/serve';
import { closeRumour } from './close-rumour';
import { joinRumours, partRumour } from './join-rumours';
import { listGroups } from './list-groups';
import { listRumours } from './list-rumours';
import { listMyRumours, reportRumour } from './report-rumour';
import { openPicture, showRumour } from './show-rumour';
import { tick } from './tick';

export const main = serve(
  'rumours',
  rumoursContract,
  {
    groups: listGroups,
    report: reportRumour,
    mine: listMyRumours,
    queue: listRumours,
    show: showRumour,
    openPicture,
    join: joinRumours,
    part: partRumour,
    close: closeRumour,
    tick,
  },
  cloud,
);
