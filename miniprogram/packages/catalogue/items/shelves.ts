import type { ItemView } from '../../../../cloudfunctions/contracts/index';
import { DRUG_CLASSES, ITEM_CATEGORIES, type ItemCategoryName } from '../../../shared/labels';
import { riseOf } from '../../../shared/price-jump';
import { priceText } from '../price-words';

const cardOf = (item: ItemView) => {
  const rise = riseOf(item.reference, item.price);
  return {
    itemId: item.itemId,
    name: item.name,
    spec: item.spec,
    photo: item.photo ?? '',
    category: item.category,
    price: priceText(item),
    tags: [
      ...(item.contains.length > 0 ? [{ text: `套餐 ${item.contains.length} 样`, tone: '' }] : []),
      ...(item.drugClass === 'none'
        ? []
        : [{ text: `${DRUG_CLASSES[item.drugClass]}，要实名`, tone: 'amber' }]),
      ...(rise > 0 ? [{ text: `涨了 ${rise}%`, tone: 'amber' }] : []),
    ],
    limit: `每户限 ${item.limit} ${item.unit}`,
  };
};

/** A supplier's items on one shelf a category, in the order in which the shop shows them. */
export const shelvesOf = (items: readonly ItemView[]) =>
  (Object.keys(ITEM_CATEGORIES) as ItemCategoryName[])
    .map((category) => ({
      category,
      text: ITEM_CATEGORIES[category],
      cards: items.filter((item) => item.category === category).map(cardOf),
    }))
    .filter(({ cards }) => cards.length > 0);
export type Shelf = ReturnType<typeof shelvesOf>[number];
