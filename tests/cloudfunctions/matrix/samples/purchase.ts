import type { RoundDocument } from '../../../../cloudfunctions/rounds/round.document';
import type { OrderDocument } from '../../../../cloudfunctions/orders/order.document';
import { slotKeyOf } from '../../../../cloudfunctions/pickup/slot.document';
import type { HouseholdDocument } from '../../../../cloudfunctions/registration/household.document';
import { newRequestId } from '../../../support/forms';
import { orderOf, putOrders } from '../../../support/placed-orders';
import { putOpenRound } from '../../../support/rounds';
import { putSupplier } from '../../../support/suppliers';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const purchase: SamplesOf<'purchase'> = {
  rounds: () => ({ state: 'waiting' }),
  list: (world) => ({ roundId: summedRound(world)._id }),
  listFor: (world) => ({ roundId: summedRound(world)._id }),
  offers: (world) => ({ roundId: summedRound(world)._id }),
  offersFor: (world) => ({ roundId: summedRound(world)._id }),
  confirm: (world) => confirmation(summedRound(world)),
  confirmFor: (world) => confirmation(summedRound(world)),
  arrive: (world) => seen(summedRound(world, { status: 'purchasing', confirmed: { veg: 1 } })),
  arriveFor: (world) => seen(summedRound(world, { status: 'purchasing', confirmed: { veg: 1 } })),
  sheet: (world) => ({ roundId: summedRound(world)._id }),
  sheetFor: (world) => ({ roundId: summedRound(world)._id }),
  freeSlots: (world) => ({ orderId: orderIn(world)._id }),
  freeSlotsFor: (world) => ({ orderId: orderIn(world)._id }),
  moveSlot: (world) => ({ ...orderSeen(orderIn(world)), slotId: 's2' }),
  moveSlotFor: (world) => ({ ...orderSeen(orderIn(world)), slotId: null }),
  addSlots: (world) => {
    const round = summedRound(world);
    const [slot] = round.distribution.slots;
    const { pointId, date } = slot!;
    return { ...seen(round), slots: [{ pointId, date, from: '15:00', until: '15:30', capacity: 10 }] };
  },
  shares: (world) => ({ roundId: summedRound(world, { status: 'purchasing', confirmed: { veg: 0 } })._id }),
  tick: () => ({}),
};

/** A round of the village after cut-off, in which the enrolled household ordered one bag of vegetables. */
function summedRound(world: World, changes: Partial<RoundDocument> = {}): RoundDocument {
  const { township } = world;
  const round = putOpenRound(township, {
    supplierId: putSupplier(township, township.here)._id,
    changes: {
      status: 'closed',
      demand: {
        orders: 1,
        amount: 2500,
        byItem: { veg: { quantity: 1, orders: 1 }, egg: { quantity: 0, orders: 0 } },
      },
      ...changes,
    },
  });
  putOrders(township, [orderOf(township, round, fileOf(world), { veg: 1 })]);
  township.simulator.database.insertMany(
    'round_slots',
    round.distribution.slots.map((slot) => ({
      ...slot,
      _id: slotKeyOf(round._id, slot.slotId),
      roundId: round._id,
      gridPath: round.gridPath,
      taken: 0,
    })),
  );
  return round;
}

const fileOf = ({ township, enrolled }: World): HouseholdDocument =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === enrolled.householdId)!;

function orderIn(world: World): OrderDocument {
  const round = summedRound(world);
  return world.township.documents<OrderDocument>('orders').find(({ roundId }) => roundId === round._id)!;
}

const seen = ({ _id, version }: RoundDocument) => ({ requestId: newRequestId(), roundId: _id, version });
const orderSeen = ({ _id, version }: OrderDocument) => ({
  requestId: newRequestId(),
  orderId: _id,
  version,
});
const confirmation = (round: RoundDocument) => ({
  ...seen(round),
  items: [{ itemId: 'veg', quantity: 1, substitute: null }],
});
