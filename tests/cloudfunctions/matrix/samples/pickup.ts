import type { OrderDocument } from '../../../../cloudfunctions/orders/order.document';
import { handOverForm, orderLine, putArrivedRound, putShare } from '../../../support/arrived-rounds';
import { newRequestId } from '../../../support/forms';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const pickup: SamplesOf<'pickup'> = {
  rounds: () => ({}),
  list: (world) => ({ roundId: waiting(world).roundId }),
  show: (world) => ({ orderId: waiting(world)._id }),
  handOver: (world) => handOverForm(waiting(world)),
  takePayment: (world) => ({ ...act(handedOver(world)), money: 500 }),
  refund: (world) => ({
    ...act(handedOver(world)),
    lines: [{ itemId: 'egg', quantity: 1 }],
    money: 2350,
    reason: '鸡蛋碎了',
  }),
  noShow: (world) => act(waiting(world)),
  route: (world) => ({ roundId: waiting(world).roundId }),
  openPhoto: (world) => ({ orderId: handedOver(world)._id }),
  openMyPhoto: (world) => ({ orderId: handedOver(world)._id }),
  leftovers: (world) => ({ roundId: waiting(world).roundId }),
};

/** The enrolled household's order, whose goods are there. */
const waiting = ({ township, enrolled }: World): OrderDocument =>
  putShare(township, putArrivedRound(township), { householdId: enrolled.householdId });

/** The same after it was handed over: 5 元 of it are owed. */
function handedOver({ township, enrolled }: World): OrderDocument {
  const round = putArrivedRound(township);
  return putShare(township, round, {
    householdId: enrolled.householdId,
    lines: [orderLine(round, 'veg', { delivered: 1 }), orderLine(round, 'egg', { delivered: 1 })],
    changes: {
      delivered: 4850,
      paid: 4350,
      handOver: {
        status: 'left',
        at: round.opensAt,
        byName: '测试人员',
        photo: 'cloud://cunan.636e/deliveries/sample/door.jpg',
      },
    },
  });
}

const act = ({ _id }: OrderDocument) => ({ requestId: newRequestId(), orderId: _id });
