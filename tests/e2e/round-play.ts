import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { cartOf } from '../support/carts';
import { newRequestId } from '../support/forms';
import { callsIn, phonesOf } from './households';
import type { Town } from './town';

/** Wares of the demo's supermarket. */
export const WARES = { vegetables: '蔬菜包', pork: '猪肉', eggs: '鸡蛋', rice: '大米' } as const;

/** One round in one town, as the calls of everybody who is not on the screen make it go on. */
export const playRound = (town: () => Town, title: string) => {
  const round = (): RoundDocument =>
    town()
      .documents<RoundDocument>('rounds')
      .find((one) => one.title === title)!;
  const orders = (): OrderDocument[] =>
    town()
      .documents<OrderDocument>('orders')
      .filter(({ roundId }) => roundId === round()._id);
  const itemOf = (name: string) => round().items.find((item) => item.name === name)!.itemId;

  const get = callsIn(town);

  return {
    round,
    orders,
    itemOf,
    get,
    orderOf: (headName: string): OrderDocument => orders().find((order) => order.headName === headName)!,

    phonesOf: (villageId: string, butNot: readonly string[]) => phonesOf(town(), villageId, butNot),

    /** Orders for a household: of each ware so many pieces. */
    order: (openid: string, pieces: Partial<Record<keyof typeof WARES, number>>, substitutes = false) =>
      get(openid, 'orders', 'order', {
        ...cartOf(
          round(),
          Object.fromEntries(
            (Object.keys(pieces) as (keyof typeof WARES)[]).map((ware) => [
              itemOf(WARES[ware]),
              pieces[ware]!,
            ]),
          ),
        ),
        substitutes,
      }),

    /** All that a household gets, paid in cash to the fen. */
    handOver: (openid: string, { _id, lines, due }: OrderDocument) =>
      get(openid, 'pickup', 'handOver', {
        requestId: newRequestId(),
        orderId: _id,
        lines: lines.map(({ itemId, quantity, allotted, substitute }) => ({
          itemId,
          quantity: allotted ?? quantity,
          substituteQuantity: substitute?.quantity ?? 0,
        })),
        money: due,
        method: 'cash',
      }),
  };
};

/** Moves the town's clock, as the console does. */
export async function timeIs({ simulator }: Town, moment: string | number): Promise<void> {
  const response = await fetch(`${simulator.url}/simulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ set: moment }),
  });
  expect(response.status).toBe(200);
}
