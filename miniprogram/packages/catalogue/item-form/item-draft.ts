import type { DrugClass, ItemView } from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import { wrongOnes, type Errors } from '../../../shared/form-errors';
import { yuan } from '../../../shared/money';
import type { ItemCategoryName } from '../../../shared/labels';
import { oneLine, wrongWords } from '../../../shared/words';
import { wrongPrice } from '../price-words';
import type { Bundle } from './bundles';

/** One thing in a bundle; `key` tells the rows of the page apart. */
export type ContentRow = { key: number; name: string; amount: string };

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
  contains: ContentRow[];
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
  contains: keyed(item.contains),
});

const keyed = (contents: readonly { name: string; amount: string }[]): ContentRow[] =>
  contents.map((content, key) => ({ key, ...content }));

/** One more row, at the end. */
export const newContent = ({ contains }: ItemDraft): ContentRow => ({
  key: 1 + Math.max(-1, ...contains.map(({ key }) => key)),
  name: '',
  amount: '',
});

/** The draft begun anew with a bundle, or with nothing; the price and the photo stay. */
export const startedWith = (draft: ItemDraft, bundle: Bundle | undefined): ItemDraft => ({
  ...draft,
  ...(bundle
    ? { ...bundle, contains: keyed(bundle.contains) }
    : { name: '', spec: '', unit: '', contains: [] }),
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
