import type { ItemWithPrices, PriceRule } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { mayTouchGrid } from '../kernel/scope';
import type { ItemDocument } from './item.document';
import { readItem, readOwnItem } from './item.repository';
import { itemWithPrices } from './item-view';
import { readPriceRule } from './price-rule';
import type { SupplierDocument } from './supplier.document';

type Input = { itemId: string };
type Shown = ItemWithPrices & { supplierName: string; rule: PriceRule };

export async function showItem({ itemId }: Input, context: Context): Promise<Shown & { mine: boolean }> {
  const found = await readItem(context, itemId);
  return { ...(await shown(found, context)), mine: mayTouchGrid(context.scope, found.supplier.gridPath) };
}

export const showMyItem = async ({ itemId }: Input, context: Context): Promise<Shown> =>
  shown(await readOwnItem(context, itemId), context);

async function shown(
  { item, supplier }: { item: ItemDocument; supplier: SupplierDocument },
  context: Context,
): Promise<Shown> {
  const rule = await readPriceRule(context, supplier.gridPath[0] ?? '');
  return { ...itemWithPrices(item, rule, context), supplierName: supplier.name, rule };
}
