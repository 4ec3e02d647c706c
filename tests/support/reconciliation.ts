import type { OrderDocument, OrderLine } from '../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { EntryDocument } from '../../cloudfunctions/settlement/entry.document';
import type { SettlementDocument } from '../../cloudfunctions/settlement/settlement.document';
import type { Township } from './township';

/** Everything of one round, as it stands in the database. */
export type Books = {
  round: RoundDocument;
  orders: readonly OrderDocument[];
  entries: readonly EntryDocument[];
  settlement: SettlementDocument | undefined;
};

export const booksOf = ({ documents }: Pick<Township, 'documents'>, roundId: string): Books => ({
  round: documents<RoundDocument>('rounds').find(({ _id }) => _id === roundId)!,
  orders: documents<OrderDocument>('orders').filter((order) => order.roundId === roundId),
  entries: documents<EntryDocument>('supply_entries').filter((entry) => entry.roundId === roundId),
  settlement: documents<SettlementDocument>('settlements').find(({ _id }) => _id === roundId),
});

/** What does not add up, in words; empty for a round that reconciles. Trusts no sum that is stored: each is made anew from what it is a sum of. */
export const faultsIn = (books: Books): string[] => [
  ...books.orders.flatMap((order) => faultsInOrder(order, books)),
  ...strayEntries(books),
  ...faultsInGoods(books),
  ...faultsInSettlement(books),
];

const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const shareOf = ({ allotted, quantity }: OrderLine): number => allotted ?? quantity;
const insteadOf = ({ substitute }: OrderLine): number => substitute?.quantity ?? 0;

/** `words` where the two differ. */
const unless = (isRight: boolean, words: string): string[] => (isRight ? [] : [words]);

function faultsInOrder(order: OrderDocument, { entries }: Books): string[] {
  const own = entries.filter(({ orderId }) => orderId === order._id);
  const { lines } = order;
  const isDifferent = (name: string, stored: number, made: number) =>
    unless(stored === made, `${order._id}: ${name} is ${stored}, and adds up to ${made}`);
  if (order.status === 'cancelled')
    return unless(own.length === 0, `${order._id} was cancelled, and something moved at it`);
  return [
    ...isDifferent(
      'ordered',
      order.ordered,
      sum(lines, (line) => line.quantity * line.price),
    ),
    ...isDifferent(
      'due',
      order.due,
      sum(lines, (line) => shareOf(line) * line.price + insteadOf(line) * (line.substitute?.price ?? 0)),
    ),
    ...isDifferent(
      'delivered, by entries',
      order.delivered,
      sum(own, ({ goods }) => goods),
    ),
    ...isDifferent(
      'delivered, by lines',
      order.delivered,
      sum(
        lines,
        (line) => line.delivered * line.price + line.substituteDelivered * (line.substitute?.price ?? 0),
      ),
    ),
    ...isDifferent(
      'paid',
      order.paid,
      sum(own, ({ money }) => money),
    ),
    ...unless(order.ordered >= order.due, `${order._id} gets more than it ordered`),
    ...unless(order.due >= order.delivered, `${order._id} was given more than it gets`),
    ...unless(order.paid >= 0, `${order._id} was paid back more than it paid`),
    ...lines.flatMap((line) => faultsInLine(line, order, own)),
  ];
}

function faultsInLine(line: OrderLine, order: OrderDocument, entries: readonly EntryDocument[]): string[] {
  const { itemId } = line;
  const name = `${order._id} ${itemId}`;
  const inEntries = sum(entries, ({ delivered }) => delivered[itemId] ?? 0);
  const insteadInEntries = sum(entries, ({ substituted }) => substituted[itemId] ?? 0);
  return [
    ...unless(line.delivered === inEntries, `${name}: ${line.delivered} pieces, by entries ${inEntries}`),
    ...unless(line.substituteDelivered === insteadInEntries, `${name}: other pieces than its entries`),
    ...unless(line.delivered >= 0 && line.delivered <= shareOf(line), `${name}: not within its share`),
    ...unless(
      line.substituteDelivered >= 0 && line.substituteDelivered <= insteadOf(line),
      `${name}: not within what comes instead`,
    ),
    ...unless(shareOf(line) + insteadOf(line) <= line.quantity, `${name}: gets more pieces than ordered`),
  ];
}

const strayEntries = ({ orders, entries }: Books): string[] =>
  entries
    .filter(({ orderId }) => !orders.some(({ _id }) => _id === orderId))
    .map(({ _id }) => `${_id} belongs to no order`);

/** Of no item more is shared out than comes, and no more comes than was ordered. */
function faultsInGoods({ round, orders }: Books): string[] {
  const { confirmed } = round;
  if (confirmed === null) return [];
  const lines = orders.filter(({ status }) => status === 'placed').flatMap((order) => order.lines);
  return round.items.flatMap(({ itemId }) => {
    const own = lines.filter((line) => line.itemId === itemId);
    const comes = confirmed[itemId] ?? 0;
    return [
      ...unless(sum(own, shareOf) <= comes, `${itemId}: more is shared out than comes`),
      ...unless(sum(own, ({ quantity }) => quantity) >= comes, `${itemId}: more comes than was ordered`),
      ...unless(
        sum(own, insteadOf) <= (round.substitutes[itemId]?.quantity ?? 0),
        `${itemId}: more is shared out instead than comes`,
      ),
    ];
  });
}

/** What was signed is what the entries before it add up to; corrections stand beside it. */
function faultsInSettlement({ orders, entries, settlement }: Books): string[] {
  const totals = settlement?.totals;
  if (!totals) return [];
  const placed = orders.filter(({ status }) => status === 'placed');
  const before = entries.filter(({ kind }) => kind !== 'correction');
  const made = {
    orders: placed.length,
    ordered: sum(placed, ({ ordered }) => ordered),
    due: sum(placed, ({ due }) => due),
    delivered: sum(before, ({ goods }) => goods),
    paid: sum(before, ({ money }) => money),
    byPhone: sum(
      before.filter(({ method }) => method === 'phone'),
      ({ money }) => money,
    ),
  };
  return Object.entries(made).flatMap(([name, value]) => {
    const stored = totals[name as keyof typeof made] ?? 0;
    return unless(stored === value, `settled ${name} is ${stored}, and adds up to ${value}`);
  });
}
