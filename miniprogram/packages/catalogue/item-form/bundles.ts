import type { ItemCategoryName } from '../../../shared/labels';

type Content = { name: string; amount: string };
export type Bundle = {
  name: string;
  spec: string;
  unit: string;
  category: ItemCategoryName;
  contains: Content[];
};

const of = (...parts: [name: string, amount: string][]): Content[] =>
  parts.map(([name, amount]) => ({ name, amount }));

/** Ready-made bundles: what most households need, to be begun with and changed. */
export const BUNDLES: Readonly<Record<string, Bundle>> = {
  vegetables: {
    name: '蔬菜包',
    spec: '5 样，约 8 斤',
    unit: '份',
    category: 'vegetables',
    contains: of(['白菜', '2 斤'], ['萝卜', '2 斤'], ['土豆', '2 斤'], ['青椒', '1 斤'], ['西红柿', '1 斤']),
  },
  staples: {
    name: '米面油套餐',
    spec: '大米、面粉、菜油',
    unit: '套',
    category: 'staples',
    contains: of(['大米', '10 斤'], ['面粉', '5 斤'], ['菜籽油', '2.5 升']),
  },
  baby: {
    name: '婴幼儿包',
    spec: '奶粉、纸尿裤、湿巾',
    unit: '套',
    category: 'baby',
    contains: of(['婴儿奶粉', '1 罐'], ['纸尿裤', '1 包'], ['湿巾', '2 包']),
  },
  medicine: {
    name: '家庭药包',
    spec: '口罩、碘伏、创可贴、体温计',
    unit: '套',
    category: 'medicine',
    contains: of(['医用口罩', '50 只'], ['碘伏', '1 瓶'], ['创可贴', '1 盒'], ['体温计', '1 支']),
  },
};

/** Those that a supplier can sell, and a single thing before them. */
export const bundleOptions = (sells: readonly ItemCategoryName[]): { value: string; text: string }[] => {
  const fitting = Object.entries(BUNDLES).filter(([, { category }]) => sells.includes(category));
  return [{ value: 'single', text: '单样' }, ...fitting.map(([value, { name }]) => ({ value, text: name }))];
};
