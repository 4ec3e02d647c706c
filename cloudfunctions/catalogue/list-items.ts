import type * as z from 'zod';
import type { catalogueContract, ItemView, PriceRule } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { readItems } from './item.repository';
import { itemView } from './item-view';
import { readPriceRule } from './price-rule';
import type { SupplierDocument } from './supplier.document';
import { readSupplier, requireOwnSupplier } from './supplier.repository';

type Input = z.output<typeof catalogueContract.items.input>;
type Listed = { rows: ItemView[]; rule: PriceRule };

/** What a supplier sells, or has stopped selling. */
export const listItems = async ({ supplierId, retired }: Input, context: Context): Promise<Listed> =>
  itemsOf(await readSupplier(context, supplierId), retired, context);

/** What a supplier sells that the caller works for. */
export async function listMyItems(
  { supplierId }: Pick<Input, 'supplierId'>,
  context: Context,
): Promise<Listed & { name: string }> {
  const supplier = await requireOwnSupplier(context, supplierId);
  return { name: supplier.name, ...(await itemsOf(supplier, false, context)) };
}

async function itemsOf(supplier: SupplierDocument, retired: boolean, context: Context): Promise<Listed> {
  const [items, rule] = await Promise.all([
    readItems(context, supplier._id, { retired }),
    readPriceRule(context, supplier.gridPath[0] ?? ''),
  ]);
  return { rows: items.map((item) => itemView(item, rule, context)), rule };
}
