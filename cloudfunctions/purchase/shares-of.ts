import type { OrderDocument, OrderLine } from '../orders/order.document';
import type { RoundDocument } from '../rounds/round.document';
import { allot, type Want } from './allotment';

type Round = Pick<RoundDocument, 'confirmed' | 'substitutes' | 'items'>;
type Order = Pick<OrderDocument, '_id' | 'care' | 'placedAt' | 'lines' | 'substitutes'>;
export type Shares = { lines: OrderLine[]; due: number };

/**
 * What each order gets of what comes. What is missing is made up for by what the supplier offers instead, shared by the same rule, to households
 * that allow it. The same orders and the same word of the supplier always lead to the same shares.
 */
export function sharesOf(round: Round, orders: readonly Order[]): Map<string, Shares> {
  const perItem = new Map(round.items.map(({ itemId }) => [itemId, sharesOfItem(round, orders, itemId)]));
  return new Map(
    orders.map(({ _id, lines }) => {
      const shared = lines.map((line): OrderLine => {
        const { got, instead } = perItem.get(line.itemId) ?? NOTHING;
        const offer = round.substitutes[line.itemId];
        const quantity = instead.get(_id) ?? 0;
        return {
          ...line,
          allotted: got.get(_id) ?? 0,
          substitute: offer && quantity > 0 ? { itemId: offer.itemId, quantity, price: offer.price } : null,
        };
      });
      return [_id, { lines: shared, due: dueOf(shared) }];
    }),
  );
}

type ByOrder = ReadonlyMap<string, number>;
type SharesOfItem = { got: ByOrder; instead: ByOrder };
const NOTHING: SharesOfItem = { got: new Map(), instead: new Map() };

function sharesOfItem(
  { confirmed, substitutes }: Round,
  orders: readonly Order[],
  itemId: string,
): SharesOfItem {
  const wants = orders.flatMap((order): (Want & { takesOther: boolean })[] => {
    // One line an item; several would be one want all the same.
    const quantity = order.lines
      .filter((line) => line.itemId === itemId)
      .reduce((sum, line) => sum + line.quantity, 0);
    const { _id, care, placedAt, substitutes: takesOther } = order;
    return quantity === 0 ? [] : [{ id: _id, quantity, care: care.length > 0, at: placedAt, takesOther }];
  });
  const got = allot(wants, confirmed?.[itemId] ?? 0);
  const lacking = wants
    .filter(({ takesOther }) => takesOther)
    .map((want) => ({ ...want, quantity: want.quantity - (got.get(want.id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  return { got, instead: allot(lacking, substitutes[itemId]?.quantity ?? 0) };
}

/** Fen: what the household gets, as it will be asked to pay for it. */
export const dueOf = (lines: readonly OrderLine[]): number =>
  lines.reduce(
    (sum, { price, quantity, allotted, substitute }) =>
      sum + price * (allotted ?? quantity) + (substitute ? substitute.price * substitute.quantity : 0),
    0,
  );

/** What households do without, substitutes counted as got; and how many households that concerns. */
export function shortageOf(shares: Iterable<Shares>): NonNullable<RoundDocument['short']> {
  const missing = [...shares].map(({ lines }) =>
    lines.reduce(
      (sum, { quantity, allotted, substitute }) =>
        sum + Math.max(0, quantity - (allotted ?? quantity) - (substitute?.quantity ?? 0)),
      0,
    ),
  );
  return {
    pieces: missing.reduce((sum, one) => sum + one, 0),
    orders: missing.filter((one) => one > 0).length,
  };
}
