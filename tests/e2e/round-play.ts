import type { Contracts, InputOf, OutputOf, Reply } from '../../cloudfunctions/contracts';
import type { Account } from '../../cloudfunctions/kernel/identity';
import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { cartOf } from '../support/carts';
import { newRequestId } from '../support/forms';
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

  /** As somebody's phone calls; a refusal throws its words. */
  async function get<F extends keyof Contracts, A extends keyof Contracts[F] & string>(
    openid: string,
    functionName: F,
    action: A,
    input: InputOf<Contracts[F][A]>,
  ): Promise<OutputOf<Contracts[F][A]>> {
    const reply = (await town().simulator.call(functionName, { action, input }, { openid })) as Reply<
      OutputOf<Contracts[F][A]>
    >;
    if (!reply.ok) throw new Error(`${functionName}.${action}: ${reply.error.message}`);
    return reply.data;
  }

  return {
    round,
    orders,
    itemOf,
    get,
    orderOf: (headName: string): OrderDocument => orders().find((order) => order.headName === headName)!,

    /** Whose phone belongs to a verified household of the village, one a household, without the ones that are played by hand. */
    phonesOf: (villageId: string, butNot: readonly string[]): { openid: string; householdId: string }[] => {
      const files = new Map(
        town()
          .documents<HouseholdDocument>('households')
          .filter(({ gridPath, status }) => status === 'verified' && gridPath.includes(villageId))
          .map((file) => [file._id, file]),
      );
      const phones = new Map<string, string>();
      for (const { _id, householdId } of town().documents<Account>('accounts'))
        if (householdId && files.has(householdId) && !butNot.includes(files.get(householdId)!.headName))
          phones.set(householdId, _id);
      return [...phones].map(([householdId, openid]) => ({ householdId, openid }));
    },

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
