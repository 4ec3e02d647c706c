import { jumpsOver, referencePrice, riseOf } from '../../miniprogram/shared/price-jump';
import { yuan } from '../../miniprogram/shared/money';
import type { PriceRule } from '../contracts/catalogue';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import type { ItemDocument } from './item.document';

/** Enough for two years of rounds every other day. */
const MOST_PRICES = 365;

/** The lowest price of the days that the rule looks back. */
export const referenceOf = (
  { prices }: Pick<ItemDocument, 'prices'>,
  { days }: PriceRule,
  { now }: Pick<Context, 'now'>,
): number => referencePrice(prices, toTimestamp(now.subtract(days, 'day')));

/**
 * The item at another price, with its history. 哄抬物价 is forbidden (Price Law, article 14): a jump over the town's rule without a reason is
 * refused beside `priceReason`, and many small steps count as the one jump that they are.
 */
export function atPrice(
  item: ItemDocument,
  { price, reason }: { price: number; reason: string },
  rule: PriceRule,
  context: Pick<Context, 'caller' | 'now'>,
): ItemDocument {
  if (price === item.price) return item;
  const reference = referenceOf(item, rule, context);
  if (jumpsOver(reference, price, rule.percent) && reason.length < 2)
    throw invalidFields({
      priceReason:
        `比最近 ${rule.days} 天里最低的 ${yuan(reference)} 元贵了 ${riseOf(reference, price)}%，` +
        `超过 ${rule.percent}%。请写清楚为什么涨价，或者把价钱改低`,
    });
  const at = toTimestamp(context.now);
  return {
    ...item,
    price,
    prices: [...item.prices, { price, at, byName: context.caller.name ?? '', reason }].slice(-MOST_PRICES),
  };
}
