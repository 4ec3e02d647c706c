import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { SettlementDocument } from '../../../cloudfunctions/settlement/settlement.document';
import {
  handers,
  handOverForm,
  householdsHere,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { SIGNATURE } from '../../support/declarations';
import { newRequestId } from '../../support/forms';
import { type useTownship } from '../../support/township';

export const FIGURES = { delivered: 9700, paid: 8850, cash: 4850 };
export const act = ({ _id }: RoundDocument) => ({ requestId: newRequestId(), roundId: _id });

/** What one does with the money of a round, in a township of a test. */
export function settling(township: ReturnType<typeof useTownship>) {
  const people = () => handers(township);
  const settlementNow = ({ _id }: RoundDocument) =>
    township.documents<SettlementDocument>('settlements').find((one) => one._id === _id);

  /** A round of three households: one fetched and paid, one owes, one did not come. */
  async function threeOrders(): Promise<{ round: RoundDocument; orders: OrderDocument[] }> {
    const round = putArrivedRound(township);
    const orders = householdsHere(township)
      .slice(0, 3)
      .map(({ _id }) => putShare(township, round, { householdId: _id }));
    const { seller } = people();
    await seller().get('pickup', 'handOver', handOverForm(orders[0]!));
    await seller().get('pickup', 'handOver', handOverForm(orders[1]!, { money: 4000, method: 'phone' }));
    return { round, orders };
  }
  const count = async (round: RoundDocument, cash: number): Promise<void> => {
    await people()
      .seller()
      .get('settlement', 'countCash', { ...act(round), cash });
    await people()
      .leader()
      .get('settlement', 'countCash', { ...act(round), cash });
  };
  const signed = async (round: RoundDocument, seen = FIGURES) =>
    people()
      .seller()
      .get('settlement', 'sign', { ...act(round), seen, signature: SIGNATURE });
  async function settledRound() {
    const { round, orders } = await threeOrders();
    await count(round, 4850);
    await signed(round);
    const form = { ...act(round), seen: FIGURES, explanation: '一户下周给，一户不要了' };
    const view = await people().leader().get('settlement', 'settle', form);
    return { round, orders, form, view };
  }
  return { people, settlementNow, threeOrders, count, signed, settledRound };
}
