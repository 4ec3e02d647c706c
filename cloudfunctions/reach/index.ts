import * as cloud from 'wx-server-sdk';
import { reachContract } from '../contracts/reach';
import { serve } from '../kernel/serve';
import { openPhone } from './open-phone';
import { listHouseholds, showReach } from './show-reach';
import { tellHousehold, untellHousehold } from './tell-household';

export const main = serve(
  'reach',
  reachContract,
  {
    show: showReach,
    households: listHouseholds,
    tell: tellHousehold,
    untell: untellHousehold,
    openPhone,
  },
  cloud,
);
