import type { DrugClass, ItemCategory } from '../../../cloudfunctions/contracts/supplies';

/** What the two suppliers of the demo sell; prices in fen. */
export type Ware = {
  id: string;
  name: string;
  spec: string;
  unit: string;
  category: ItemCategory;
  drugClass: DrugClass;
  price: number;
  limit: number;
  contains: { name: string; amount: string }[];
};

const ware = (
  id: string,
  category: ItemCategory,
  [name, spec, unit]: [string, string, string],
  price: number,
  limit: number,
  more: Partial<Pick<Ware, 'drugClass' | 'contains'>> = {},
): Ware => ({ id, name, spec, unit, category, drugClass: 'none', price, limit, contains: [], ...more });

const of = (...parts: string[]) =>
  parts.map((part) => {
    const [name = '', amount = ''] = part.split(' ');
    return { name, amount };
  });

export const GROCERIES: readonly Ware[] = [
  ware('vegetables', 'vegetables', ['蔬菜包', '5 样，约 8 斤', '份'], 2500, 2, {
    contains: of('白菜 2斤', '萝卜 2斤', '土豆 2斤', '青椒 1斤', '西红柿 1斤'),
  }),
  ware('pork', 'meatEggsMilk', ['猪肉', '前腿，2 斤', '份'], 3800, 2),
  ware('eggs', 'meatEggsMilk', ['鸡蛋', '30 个一板', '板'], 2350, 1),
  ware('rice', 'staples', ['大米', '10 斤一袋', '袋'], 2700, 2),
  ware('flour-and-oil', 'staples', ['米面油', '大米、面粉、菜油', '套'], 8800, 1, {
    contains: of('大米 10斤', '面粉 5斤', '菜籽油 2.5升'),
  }),
  ware('milk', 'meatEggsMilk', ['牛奶', '24 盒一箱', '箱'], 5600, 2),
  ware('tissue', 'daily', ['卫生纸', '10 卷一提', '提'], 2200, 3),
  ware('formula', 'baby', ['婴儿奶粉', '900 克一罐', '罐'], 19800, 2),
  ware('nappies', 'baby', ['纸尿裤', 'L 码，52 片', '包'], 8900, 2),
];

export const MEDICINES: readonly Ware[] = [
  ware('ibuprofen', 'medicine', ['布洛芬缓释胶囊', '0.3 克，24 粒', '盒'], 2180, 1, { drugClass: 'fever' }),
  ware('cough-syrup', 'medicine', ['止咳糖浆', '120 毫升', '瓶'], 1650, 1, { drugClass: 'cough' }),
  ware('oseltamivir', 'medicine', ['奥司他韦胶囊', '75 毫克，10 粒', '盒'], 8900, 1, {
    drugClass: 'antiviral',
  }),
  ware('amoxicillin', 'medicine', ['阿莫西林胶囊', '0.25 克，24 粒', '盒'], 1480, 1, {
    drugClass: 'antibiotic',
  }),
  ware('plasters', 'medicine', ['创可贴', '20 片', '盒'], 680, 2),
  ware('masks', 'medicine', ['医用外科口罩', '50 只', '盒'], 1900, 2),
];

/** What the village's rounds offer. */
export const OFFERED: readonly Ware[] = GROCERIES.filter(({ category }) => category !== 'baby');
