import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { ITEM_CATEGORIES } from '../../miniprogram/shared/labels';
import type { catalogueContract, ItemView } from '../contracts/catalogue';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { ItemDocument } from './item.document';
import { countItems, findItem, findSameItem, insertItem, MOST_ITEMS_OF_SUPPLIER } from './item.repository';
import { itemView } from './item-view';
import { readPriceRule } from './price-rule';
import { actKey } from './supplier-change';
import type { SupplierDocument } from './supplier.document';
import { readManagedSupplier } from './supplier.repository';

type Input = z.output<typeof catalogueContract.addItem.input>;

/** Puts something on a supplier's shelf. The same request adds it once. */
export async function addItem({ requestId, ...form }: Input, context: Context): Promise<ItemView> {
  const { caller, now } = context;
  const supplier = await readManagedSupplier(context, form.supplierId);
  const rule = await readPriceRule(context, supplier.gridPath[0] ?? '');
  const _id = itemIdOf(caller.openid, requestId);
  const same = (await findItem(context, _id)) ?? (await findSameItem(context, form));
  if (same?._id === _id) return itemView(same, rule, context);
  if (supplier.retired) throw new AppError('CONFLICT', `${supplier.name}已经停用，先重新启用再加`);
  requireSold(supplier, form);
  // A second item of the same name would have no price history: a jump could hide in it.
  if (same) throw sameItem(form, same.retired);
  if ((await countItems(context, supplier._id)) >= MOST_ITEMS_OF_SUPPLIER)
    throw new AppError(
      'CONFLICT',
      `${supplier.name}已经有 ${MOST_ITEMS_OF_SUPPLIER} 样东西了，改一改原来的吧`,
    );

  const item: ItemDocument = {
    _id,
    ...form,
    gridPath: supplier.gridPath,
    drugClass: form.category === 'medicine' ? form.drugClass : 'none',
    prices: [{ price: form.price, at: toTimestamp(now), byName: caller.name ?? '', reason: '' }],
    retired: false,
    version: 1,
    requests: [actKey(context, requestId)],
  };
  if (!(await insertItem(context, item))) {
    const first = await findItem(context, _id);
    // Two taps at once: the other one wrote it. Otherwise somebody else just put the same thing there.
    if (!first) throw sameItem(form, false);
    return itemView(first, rule, context);
  }
  return itemView(item, rule, context);
}

/** The same form from the same phone is the same item. No dots: the id stands in paths of documents. */
const itemIdOf = (openid: string, requestId: string): string =>
  `i${createHash('sha256').update(`item:${openid}:${requestId}`).digest('hex').slice(0, 23)}`;

/** Throws where the supplier doesn't sell that kind of thing; medicines are for pharmacies. */
export function requireSold(
  { name, sells }: Pick<SupplierDocument, 'name' | 'sells'>,
  { category }: Pick<ItemDocument, 'category'>,
): void {
  if (sells.includes(category)) return;
  throw invalidFields({
    category: `${name}不卖${ITEM_CATEGORIES[category]}。请换一类，或先在供货方资料里加上`,
  });
}

export const sameItem = ({ name, spec }: Pick<ItemDocument, 'name' | 'spec'>, retired: boolean): AppError =>
  invalidFields({
    name: retired
      ? `“${name} ${spec}”以前卖过，在“已下架”里，重新上架就行`
      : `已经有“${name} ${spec}”了。请改原来那样，或换个名称、规格`,
  });
