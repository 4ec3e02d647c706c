import * as cloud from 'wx-server-sdk';
import { pickupContract } from '../contracts/pickup';
import { serve } from '../kernel/serve';
import { handOver, takePayment } from './hand-over';
import { showLeftovers } from './leftovers';
import { noShow } from './no-show';
import { openMyPhoto, openPhoto } from './open-photo';
import { showList, showOrder } from './show-list';
import { showRoute } from './show-route';
import { showRounds } from './show-rounds';
import { refund } from './take-back';

export const main = serve(
  'pickup',
  pickupContract,
  {
    rounds: showRounds,
    list: showList,
    show: showOrder,
    handOver,
    takePayment,
    refund,
    noShow,
    route: showRoute,
    openPhoto,
    openMyPhoto,
    leftovers: showLeftovers,
  },
  cloud,
);
