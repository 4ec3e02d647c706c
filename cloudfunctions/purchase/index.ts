import * as cloud from 'wx-server-sdk';
import { purchaseContract } from '../contracts/purchase';
import { serve } from '../kernel/serve';
import { addSlots } from './add-slots';
import { confirmQuantities } from './confirm-quantities';
import { makeSheet } from './make-sheet';
import { markArrival } from './mark-arrival';
import { moveSlot, moveSlotFor, showFreeSlots } from './move-slot';
import { byLeader, bySupplier, showList, showOffers, showRounds } from './show-purchases';
import { showShares } from './show-shares';
import { tick } from './tick';

export const main = serve(
  'purchase',
  purchaseContract,
  {
    rounds: showRounds,
    list: showList(bySupplier),
    listFor: showList(byLeader),
    offers: showOffers(bySupplier),
    offersFor: showOffers(byLeader),
    confirm: confirmQuantities(bySupplier),
    confirmFor: confirmQuantities(byLeader),
    arrive: markArrival(bySupplier),
    arriveFor: markArrival(byLeader),
    sheet: makeSheet(bySupplier),
    sheetFor: makeSheet(byLeader),
    freeSlots: showFreeSlots,
    freeSlotsFor: showFreeSlots,
    moveSlot,
    moveSlotFor,
    addSlots,
    shares: showShares,
    tick,
  },
  cloud,
);
