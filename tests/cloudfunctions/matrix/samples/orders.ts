import type { OrderDocument } from '../../../../cloudfunctions/orders/order.document';
import type { HouseholdDocument } from '../../../../cloudfunctions/registration/household.document';
import { cartOf, seenPlaced } from '../../../support/carts';
import { newRequestId } from '../../../support/forms';
import { orderOf, putOrders } from '../../../support/placed-orders';
import { putOpenRound } from '../../../support/rounds';
import { nowIn, type World } from '../world';
import type { SamplesOf } from './samples-of';

const HELD = { veg: 1 };

export const orders: SamplesOf<'orders'> = {
  offered: (world) => {
    putOpenRound(world.township);
    return {};
  },
  offeredFor: (world) => {
    putOpenRound(world.township);
    return {};
  },
  shop: (world) => ({ roundId: orderIn(world).roundId }),
  shopFor: (world) => ({ roundId: orderIn(world).roundId, householdId: world.enrolled.householdId }),
  order: (world) => {
    const round = putOpenRound(world.township);
    const order = orderIn(world, round);
    return { ...cartOf(round, { veg: 2, egg: 1 }), seen: seenPlaced(order, HELD), need: '一瓶酱油' };
  },
  orderFor: (world) => ({
    ...cartOf(putOpenRound(world.township), { veg: 2 }),
    householdId: world.enrolled.householdId,
    told: 'phone',
  }),
  cancel: (world) => cancelling(orderIn(world)),
  cancelFor: (world) => ({ ...cancelling(orderIn(world)), told: 'door' }),
  mine: (world) => {
    orderIn(world);
    return {};
  },
  show: (world) => ({ orderId: orderIn(world)._id }),
  showFor: (world) => ({ orderId: orderIn(world)._id }),
  careHouseholds: (world) => ({ roundId: orderIn(world).roundId }),
  needs: (world) => {
    orderIn(world);
    return { status: 'open' };
  },
  answerNeed: (world) => {
    const order = orderIn(world);
    return { requestId: newRequestId(), orderId: order._id, at: order.need!.at, answer: '已经送到' };
  },
};

/** The enrolled household ordered one bag of vegetables, and needs something else. */
function orderIn(world: World, round = putOpenRound(world.township)): OrderDocument {
  const { township, enrolled } = world;
  const file = township
    .documents<HouseholdDocument>('households')
    .find(({ _id }) => _id === enrolled.householdId)!;
  const at = nowIn(world);
  const order = orderOf(township, round, file, HELD);
  const needing = {
    ...order,
    need: { text: '一瓶酱油', at, done: null },
    needKey: `open ${at} ${order._id}`,
  };
  putOrders(township, [needing]);
  return needing;
}

const cancelling = (order: OrderDocument) => ({
  requestId: newRequestId(),
  orderId: order._id,
  seen: seenPlaced(order, HELD),
});
