import type { ItemView, ItemWithPrices, PriceRule } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import type { ItemDocument } from './item.document';
import { referenceOf } from './price-change';

export const itemView = (item: ItemDocument, rule: PriceRule, context: Pick<Context, 'now'>): ItemView => ({
  itemId: item._id,
  supplierId: item.supplierId,
  name: item.name,
  spec: item.spec,
  unit: item.unit,
  category: item.category,
  drugClass: item.drugClass,
  photo: item.photo,
  price: item.price,
  limit: item.limit,
  contains: item.contains,
  retired: item.retired,
  version: item.version,
  reference: referenceOf(item, rule, context),
});

/** With its prices, newest first. */
export const itemWithPrices = (
  item: ItemDocument,
  rule: PriceRule,
  context: Pick<Context, 'now'>,
): ItemWithPrices => ({ ...itemView(item, rule, context), prices: [...item.prices].reverse() });
