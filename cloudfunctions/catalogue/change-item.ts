import type * as z from 'zod';
import type { catalogueContract, ItemView, PriceRule } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { requireSold, sameItem } from './add-item';
import type { ItemDocument } from './item.document';
import { findItem, readManagedItem, readOwnItem, writeItem } from './item.repository';
import { itemView } from './item-view';
import { atPrice } from './price-change';
import { readPriceRule } from './price-rule';
import { actKey, remembering } from './supplier-change';
import type { SupplierDocument } from './supplier.document';

type Changed = z.output<typeof catalogueContract.changeItem.input>;
type Priced = z.output<typeof catalogueContract.changeMyPrice.input>;
type Retired = z.output<typeof catalogueContract.retireItem.input>;
type Seen = { requestId: string; version: number };
type Found = { item: ItemDocument; supplier: SupplierDocument };

/** Everything about an item. Rounds that are open keep what they froze. */
export async function changeItem(input: Changed, context: Context): Promise<ItemView> {
  const { requestId, itemId, version, price, priceReason: reason, ...form } = input;
  const found = await readManagedItem(context, itemId);
  return changeOnce(context, found, { requestId, version }, (item, rule) => {
    requireSold(found.supplier, form);
    const drugClass = form.category === 'medicine' ? form.drugClass : 'none';
    return { ...atPrice(item, { price, reason }, rule, context), ...form, drugClass };
  });
}

/** The supplier's own people: the price and nothing else. */
export async function changeMyPrice(input: Priced, context: Context): Promise<ItemView> {
  const found = await readOwnItem(context, input.itemId);
  const { price, priceReason: reason } = input;
  return changeOnce(context, found, input, (item, rule) => {
    if (item.retired) throw new AppError('CONFLICT', '这样东西已经下架，价钱改不了');
    return atPrice(item, { price, reason }, rule, context);
  });
}

/** 下架, or sells it again: at the price and with the history that it had. */
export async function retireItem(input: Retired, context: Context): Promise<ItemView> {
  const found = await readManagedItem(context, input.itemId);
  return changeOnce(context, found, input, (item) => {
    if (!input.retired) requireSold(found.supplier, item);
    return { ...item, retired: input.retired };
  });
}

/** One act on an item, once, on what the caller saw. */
async function changeOnce(
  context: Context,
  { item, supplier }: Found,
  { requestId, version }: Seen,
  decide: (item: ItemDocument, rule: PriceRule) => ItemDocument,
): Promise<ItemView> {
  const key = actKey(context, requestId);
  const rule = await readPriceRule(context, supplier.gridPath[0] ?? '');
  if (item.requests.includes(key)) return itemView(item, rule, context);
  if (item.version !== version) throw changedMeanwhile();
  const next: ItemDocument = {
    ...decide(item, rule),
    version: item.version + 1,
    requests: remembering(item.requests, key),
  };
  const outcome = await writeItem(context, item, next);
  if (outcome === 'same') throw sameItem(next, false);
  if (outcome === 'written') return itemView(next, rule, context);
  const present = await findItem(context, item._id);
  // Two taps at once: the other one wrote it.
  if (!present?.requests.includes(key)) throw changedMeanwhile();
  return itemView(present, rule, context);
}

const changedMeanwhile = (): AppError => new AppError('CONFLICT', '别人刚改过，请看过最新内容再改');
