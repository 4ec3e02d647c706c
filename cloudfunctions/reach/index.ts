import * as cloud from 'wx-server-sdk';
import { reachContract } from '../contracts/reach';
import { serve } from '../kernel/serve';
import { listTasks } from './list-tasks';
import { openPhone } from './open-phone';
import { remindHouseholds } from './remind';
import { listHouseholds, showReach } from './show-reach';
import { showHousehold, showStaff } from './show-receipts';
import { tellHousehold, untellHousehold } from './tell-household';
import { tick } from './tick';

export const main = serve(
  'reach',
  reachContract,
  {
    show: showReach,
    households: listHouseholds,
    household: showHousehold,
    staff: showStaff,
    tasks: listTasks,
    tell: tellHousehold,
    untell: untellHousehold,
    remind: remindHouseholds,
    openPhone,
    tick,
  },
  cloud,
);
