import type { ItemWithPrices, PriceRule } from '../../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../../shared/dates';
import { DRUG_CLASSES, ITEM_CATEGORIES } from '../../../shared/labels';
import { yuan } from '../../../shared/money';
import { priceText, ruleText } from '../price-words';

/** 涨了 2 元, 降了 1.5 元; empty for the first price. */
function stepText(price: number, before: number | undefined): string {
  if (before === undefined) return '';
  return price > before ? `涨了 ${yuan(price - before)} 元` : `降了 ${yuan(before - price)} 元`;
}

export const itemPage = (
  item: ItemWithPrices & { supplierName: string; rule: PriceRule; mine?: boolean },
  now: Moment,
) => ({
  itemId: item.itemId,
  version: item.version,
  name: item.name,
  photo: item.photo ?? '',
  category: item.category,
  price: priceText(item),
  retired: item.retired,
  mine: item.mine ?? false,
  facts: [
    { label: '规格', value: item.spec },
    { label: '分类', value: ITEM_CATEGORIES[item.category] },
    ...(item.drugClass === 'none'
      ? []
      : [{ label: '药品', value: `${DRUG_CLASSES[item.drugClass]}，买的人要实名` }]),
    { label: '每户限购', value: `${item.limit} ${item.unit}` },
    { label: '供货方', value: item.supplierName },
  ],
  contains: item.contains.map(({ name, amount }, index) => ({ key: index, text: `${name} ${amount}` })),
  rule: ruleText(item.rule),
  prices: item.prices.map(({ price, at, byName, reason }, index) => ({
    key: index,
    price: `${yuan(price)} 元`,
    step: stepText(price, item.prices[index + 1]?.price),
    rises: price > (item.prices[index + 1]?.price ?? price),
    reason,
    when: `${momentText(at, now)} · ${byName}`,
  })),
});
export type ItemPage = ReturnType<typeof itemPage>;

export const blankItem: ItemPage = {
  itemId: '',
  version: 0,
  name: '',
  photo: '',
  category: 'vegetables',
  price: '',
  retired: false,
  mine: false,
  facts: [],
  contains: [],
  rule: '',
  prices: [],
};
