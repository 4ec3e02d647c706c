import type { ShopItem, ShopView } from '../../../../cloudfunctions/contracts/index';
import { yuan } from '../../../shared/money';
import { type Cart, heldOf, mostOf } from './cart';

/** An item as its row shows it. */
export type ShopRow = {
  itemId: string;
  name: string;
  spec: string;
  unit: string;
  category: string;
  photo: string;
  price: string;
  quantity: number;
  max: number;
  /** 每户限 2 份 */
  limit: string;
  /** 剩 52 板; empty where there is no stock to run out of, or little left. */
  left: string;
  /** Why + is grey, or that little is left. */
  tag: { text: string; tone: 'grey' | 'amber' } | null;
  soldOut: boolean;
  /** A drug of the four classes that is chosen: who takes it; 谁用? while nobody was named. */
  patient: string;
  needsPatient: boolean;
  error: string;
};

/** From here on down it is said in amber. */
const LITTLE = 5;

export const shopRows = (
  view: ShopView,
  cart: Cart,
  errors: Readonly<Record<string, string>> = {},
): ShopRow[] => view.items.map((item) => shopRow(item, view, cart, errors[item.itemId] ?? ''));

export function shopRow(item: ShopItem, view: ShopView, cart: Cart, error = ''): ShopRow {
  const { itemId, name, spec, unit, category, photo, price, limit, left } = item;
  const quantity = cart.quantities[itemId] ?? 0;
  const max = mostOf(item, view.order);
  const free = left === null ? null : left + heldOf(item, view.order);
  const needsPatient = item.drugClass !== 'none' && quantity > 0;
  const patient = view.people.find(({ personId }) => personId === cart.patients[itemId]);
  return {
    itemId,
    name,
    spec,
    unit,
    category,
    photo: photo ?? '',
    price: yuan(price),
    quantity,
    max,
    limit: `每户限 ${limit} ${unit}`,
    left: free === null || free <= LITTLE ? '' : `剩 ${free} ${unit}`,
    tag: tagOf({ quantity, limit, free, unit }),
    soldOut: free === 0,
    patient: patient?.name ?? '',
    needsPatient,
    error,
  };
}

function tagOf({
  quantity,
  limit,
  free,
  unit,
}: {
  quantity: number;
  limit: number;
  free: number | null;
  unit: string;
}): ShopRow['tag'] {
  if (free === 0) return null;
  if (free !== null && free <= LITTLE && (quantity < free || free < limit))
    return {
      text: quantity >= free ? `只有 ${free} ${unit}，都选了` : `只剩 ${free} ${unit}`,
      tone: 'amber',
    };
  return quantity >= limit ? { text: '已到上限', tone: 'grey' } : null;
}
