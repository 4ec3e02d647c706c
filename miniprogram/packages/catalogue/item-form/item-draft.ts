import type { DrugClass, ItemView } from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import { wrongOnes, type Errors } from '../../../shared/form-errors';
import { yuan } from '../../../shared/money';
import type { ItemCategoryName } from '../../../shared/labels';
import { oneLine, wrongWords } from '../../../shared/words';
import { wrongPrice } from '../price-words';
import type { Bundle } from './bundles';

/** An item as it is being written; the price as typed. */
export type ItemDraft = Draft & {
  requestId: string;
  /** The version that is changed; 0 for a new one. */
  version: number;
  name: string;
  spec: string;
  unit: string;
  category: ItemCategoryName;
  drugClass: DrugClass;
  photo: string;
  price: string;
  limit: number;
  contains: { name: string; amount: string }[];
  priceReason: string;
};

export const blankDraft: ItemDraft = {
  savedAt: 0,
  requestId: '',
  version: 0,
  name: '',
  spec: '',
  unit: '',
  category: 'vegetables',
  drugClass: 'none',
  photo: '',
  price: '',
  limit: 2,
  contains: [],
  priceReason: '',
};

export const isItemDraft = (value: object): value is ItemDraft =>
  'contains' in value && Array.isArray(value.contains) && 'priceReason' in value && 'version' in value;

export const draftOf = (item: ItemView): ItemDraft => ({
  ...blankDraft,
  version: item.version,
  name: item.name,
  spec: item.spec,
  unit: item.unit,
  category: item.category,
  drugClass: item.drugClass,
  photo: item.photo ?? '',
  price: yuan(item.price),
  limit: item.limit,
  contains: item.contains,
});

/** The draft begun anew with a bundle, or with nothing; the price and the photo stay. */
export const startedWith = (draft: ItemDraft, bundle: Bundle | undefined): ItemDraft => ({
  ...draft,
  ...(bundle ?? { name: '', spec: '', unit: '', contains: [] }),
});

/** What is wrong, by the contract's names. */
export function wrongItem(draft: ItemDraft, jump: string): Errors {
  const contents = draft.contains.flatMap(({ name, amount }, i) => [
    [`contains.${i}.name`, wrongWords(name, '东西', { max: 20 })] as const,
    [`contains.${i}.amount`, wrongWords(amount, '多少', { max: 12 })] as const,
  ]);
  return wrongOnes({
    name: wrongWords(draft.name, '名称', { max: 20 }),
    spec: wrongWords(draft.spec, '规格', { max: 30 }),
    unit: wrongWords(draft.unit, '单位', { max: 4 }),
    ...Object.fromEntries(contents),
    price: wrongPrice(draft.price),
    priceReason:
      jump !== '' && oneLine(draft.priceReason).length < 2 ? '请写清楚为什么涨价，至少 2 个字' : '',
  });
}
