import type { OrderView, ShopItem, ShopView } from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import type { OrderForm } from '../../../services/orders';

/** What one household is choosing in one round, kept on this phone until it is ordered. */
export type Cart = Draft & {
  /** The order it started from; 0 for none. */
  seenVersion: number;
  quantities: Record<string, number>;
  /** Who takes a drug of the four classes, by item. */
  patients: Record<string, string>;
  substitutes: boolean;
  note: string;
  need: string;
  way: 'pickup' | 'door';
  pointId: string;
};

export const BLANK: Cart = {
  savedAt: 0,
  seenVersion: 0,
  quantities: {},
  patients: {},
  substitutes: true,
  note: '',
  need: '',
  way: 'pickup',
  pointId: '',
};

export const isCart = (value: object): value is Cart =>
  Object.keys(BLANK).every((question) => question in value);

export const cartName = (roundId: string, householdId: string): string =>
  ['cart', roundId, householdId].filter((part) => part !== '').join('-');

/** The cart as the household's order has it, or an empty one. */
export function startCart(view: ShopView): Cart {
  const { order, distribution, doorOnly } = view;
  const [point] = distribution.points;
  const isPlaced = order?.status === 'placed';
  const wish = order?.wish ?? null;
  const way = doorOnly || point === undefined ? 'door' : (wish?.way ?? 'pickup');
  return {
    ...BLANK,
    seenVersion: order?.version ?? 0,
    quantities: isPlaced ? quantitiesOf(order) : {},
    patients: isPlaced ? patientsOf(order, view) : {},
    substitutes: order?.substitutes ?? true,
    note: isPlaced ? order.note : '',
    need: order?.need?.done === null ? order.need.text : '',
    way,
    pointId: way === 'door' ? '' : (wish?.pointId ?? point?.pointId ?? ''),
  };
}

const quantitiesOf = ({ lines }: OrderView): Record<string, number> =>
  Object.fromEntries(lines.map(({ itemId, ordered }) => [itemId, ordered]));

function patientsOf({ lines }: OrderView, { people }: ShopView): Record<string, string> {
  const found = lines.flatMap(({ itemId, patientName }) => {
    const person = people.find(({ name }) => name === patientName);
    return person ? [[itemId, person.personId] as const] : [];
  });
  return Object.fromEntries(found);
}

/** How many of an item the household may have at most: its limit, and what is left besides what it has ordered already. */
export const mostOf = (item: ShopItem, order: OrderView | null): number =>
  Math.min(item.limit, item.left === null ? item.limit : item.left + heldOf(item, order));

export const heldOf = ({ itemId }: ShopItem, order: OrderView | null): number =>
  order?.status === 'placed' ? (order.lines.find((line) => line.itemId === itemId)?.ordered ?? 0) : 0;

/** What can be had of a list: never more than there is. `missing`: names of what can't be had as wished. */
export function fitted(
  wanted: Readonly<Record<string, number>>,
  { items, order }: Pick<ShopView, 'items' | 'order'>,
): { quantities: Record<string, number>; missing: string[] } {
  const quantities: Record<string, number> = {};
  const missing: string[] = [];
  for (const item of items) {
    const wish = wanted[item.itemId] ?? 0;
    const got = Math.min(wish, mostOf(item, order));
    if (got > 0) quantities[item.itemId] = got;
    if (got < wish) missing.push(item.name);
  }
  return { quantities, missing };
}

export function totalsOf(quantities: Readonly<Record<string, number>>, items: readonly ShopItem[]) {
  const chosen = items.filter(({ itemId }) => (quantities[itemId] ?? 0) > 0);
  return {
    kinds: chosen.length,
    pieces: chosen.reduce((sum, { itemId }) => sum + (quantities[itemId] ?? 0), 0),
    sum: chosen.reduce((sum, { itemId, price }) => sum + price * (quantities[itemId] ?? 0), 0),
  };
}

/** Drugs of the four classes among what is chosen, of which nobody has said who takes them. */
export const withoutPatient = (cart: Cart, items: readonly ShopItem[]): ShopItem[] =>
  items.filter(
    ({ itemId, drugClass }) =>
      drugClass !== 'none' && (cart.quantities[itemId] ?? 0) > 0 && cart.patients[itemId] === undefined,
  );

/** The order as the phone shows it, for whoever changes it. */
export const seenOf = ({ version, status, lines }: OrderView): NonNullable<OrderForm['seen']> => ({
  version,
  status,
  lines: lines.map(({ itemId, ordered }) => ({ itemId, quantity: ordered })),
});

/** An order without its request id, which it gets when it is sent. */
export type Wanted = Omit<OrderForm, 'requestId'>;

export function wantedOf(cart: Cart, { round, items, order }: ShopView): Wanted {
  const need = cart.need.trim();
  const written = order?.need?.done === null ? order.need.text : '';
  return {
    roundId: round.roundId,
    ...(order !== null && { seen: seenOf(order) }),
    lines: items.flatMap(({ itemId, price, drugClass }) => {
      const quantity = cart.quantities[itemId] ?? 0;
      const patientId = drugClass === 'none' ? undefined : cart.patients[itemId];
      return quantity === 0
        ? []
        : [{ itemId, quantity, price, ...(patientId !== undefined && { patientId }) }];
    }),
    substitutes: cart.substitutes,
    note: cart.note.trim(),
    // An empty one takes back what was written; as it was, it isn't said again, for it may have been answered meanwhile.
    ...(need !== written && { need }),
    wish: { way: cart.way, pointId: cart.way === 'door' ? null : cart.pointId },
  };
}
