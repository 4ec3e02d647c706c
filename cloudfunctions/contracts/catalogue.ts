import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { PersonName, Phone } from './person';
import {
  DrugClass,
  Fen,
  ItemCategory,
  ItemId,
  MOST_OF_ONE,
  Moment,
  PicturedGoods,
  Price,
  SupplierId,
} from './supplies';
import { words } from './text';

/** Who says from whom a village buys. */
const MANAGERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const SELLERS = { by: 'staff', roles: ['supplier'] } as const;

const Version = z.number('缺少版本').int('版本不对').min(1, '版本不对');
const SupplierSeen = { requestId: RequestId, supplierId: SupplierId, version: Version };
const ItemSeen = { requestId: RequestId, itemId: ItemId, version: Version };
const PostId = z.string('缺少岗位编号').min(1, '缺少岗位编号').max(120, '岗位编号不对');

const SupplierForm = z.object({
  name: words('供货方名称', { min: 2, max: 30 }),
  sells: z.array(ItemCategory, '请选择卖什么').min(1, '请选择卖什么').max(6, '请重新选择卖什么'),
});

export const SupplierRow = z.object({
  supplierId: SupplierId,
  name: z.string(),
  kind: z.enum(['supermarket', 'pharmacy']),
  place: z.string(),
  sells: z.array(ItemCategory),
  phoneMask: z.string(),
  /** How many people can see its purchase lists. */
  people: z.number().int(),
  retired: z.boolean(),
  /** False for one of the town's, from which a village may buy, but which it doesn't manage. */
  mine: z.boolean(),
});
export type SupplierRow = z.infer<typeof SupplierRow>;

export const SupplierView = SupplierRow.omit({ people: true }).extend({
  gridId: GridId,
  people: z.array(
    z.object({
      postId: z.string(),
      name: z.string(),
      phoneMask: z.string(),
      /** `gone`: the office took the post away. */
      status: z.enum(['invited', 'active', 'gone']),
    }),
  ),
  version: z.number().int(),
});
export type SupplierView = z.infer<typeof SupplierView>;

/** Every item shows as this picture, if any; whoever sees the shop sees it. */
const Photo = z
  .string('请重新选照片')
  .max(300, '请重新选照片')
  .regex(/^cloud:\/\/[^/]+\/items\/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(jpe?g|png|webp)$/i, '请重新选照片');
const Content = z.object({
  name: words('东西', { max: 20 }),
  amount: words('多少', { max: 12 }),
});
export const MOST_CONTENTS = 20;

const ItemForm = z.object({
  name: words('名称', { max: 20 }),
  spec: words('规格', { max: 30 }),
  unit: words('单位', { max: 4 }),
  category: ItemCategory,
  /** Of medicines only. */
  drugClass: DrugClass.default('none'),
  photo: Photo.nullable(),
  price: Price,
  /** Most that one household may order in a round. */
  limit: z
    .number('请填写每户限购几份')
    .int('限购数要是整数')
    .min(1, '至少 1 份')
    .max(MOST_OF_ONE, '最多 99 份'),
  /** What a bundle (蔬菜包) holds; empty for a single thing. */
  contains: z.array(Content).max(MOST_CONTENTS, '最多写 20 样').default([]),
});
/** Needed where the price jumps more than the town's rule allows without one. */
const PriceReason = words('涨价的原因', { min: 0, max: 60 }).default('');

export const ItemView = PicturedGoods.extend({
  supplierId: SupplierId,
  drugClass: DrugClass,
  limit: z.number().int(),
  contains: z.array(z.object({ name: z.string(), amount: z.string() })),
  retired: z.boolean(),
  version: z.number().int(),
  /** Against which a new price is held: the lowest of the days that the town's rule looks back. */
  reference: Fen,
});
export type ItemView = z.infer<typeof ItemView>;

const PastPrice = z.object({ price: Fen, at: Moment, byName: z.string(), reason: z.string() });
/** Newest first. */
const ItemWithPrices = ItemView.extend({ prices: z.array(PastPrice) });
export type ItemWithPrices = z.infer<typeof ItemWithPrices>;

/** 哄抬物价 is forbidden: more than `percent` over the lowest price of the last `days` needs a reason that everybody can read. */
export const PriceRule = z.object({
  percent: z.number('请填写百分之几').int('百分数是整数').min(1, '至少 1%').max(100, '最多 100%'),
  days: z.number('请填写天数').int('天数是整数').min(1, '至少 1 天').max(90, '最多 90 天'),
});
export type PriceRule = z.infer<typeof PriceRule>;
const PriceRuleView = PriceRule.extend({
  /** Null for the rule that everybody begins with. */
  set: z.object({ at: Moment, byName: z.string() }).nullable(),
});

/** 供货方与货品: from whom the town and its villages buy, and what at which price. */
export const catalogueContract = {
  /** Those of my grids, and those of the grids above, from which I may buy too. */
  suppliers: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ retired: z.boolean('请重新选择').default(false) }),
    output: z.object({ rows: z.array(SupplierRow) }),
  },
  /** The towns and villages of mine that a supplier can belong to. */
  places: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ gridId: GridId, name: z.string() })) }),
  },
  supplier: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ supplierId: SupplierId }),
    output: SupplierView,
  },
  /** Opens the number of the shop to call it; recorded. */
  phone: {
    access: MANAGERS,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ supplierId: SupplierId }),
    output: z.object({ value: z.string() }),
  },
  /** Belongs to a town or a village. The same request adds it once. */
  addSupplier: {
    access: MANAGERS,
    audit: 'personal',
    input: SupplierForm.extend({
      requestId: RequestId,
      gridId: GridId,
      /** A pharmacy alone may sell medicines. */
      kind: z.enum(['supermarket', 'pharmacy'], '请选择是超市还是药店'),
      phone: Phone,
    }),
    output: SupplierView,
  },
  changeSupplier: {
    access: MANAGERS,
    audit: 'personal',
    /** Without a phone, that stays as it is: it was only shown masked. */
    input: SupplierForm.extend({ ...SupplierSeen, phone: Phone.optional() }),
    output: SupplierView,
  },
  /** 停用: no new round with it; what runs goes on. Or takes it in again. */
  retireSupplier: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ ...SupplierSeen, retired: z.boolean('请重新选择') }),
    output: SupplierView,
  },
  /** Somebody of the supplier's who sees its purchase lists: gets the `supplier` post in the supplier's grid. */
  addPerson: {
    access: MANAGERS,
    audit: 'personal',
    input: z.object({ ...SupplierSeen, name: PersonName, phone: Phone }),
    output: SupplierView,
  },
  /** Takes the post too, unless the same person works for another supplier in that grid. */
  takePerson: {
    access: MANAGERS,
    audit: 'personal',
    input: z.object({ ...SupplierSeen, postId: PostId }),
    output: SupplierView,
  },
  items: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ supplierId: SupplierId, retired: z.boolean('请重新选择').default(false) }),
    output: z.object({ rows: z.array(ItemView), rule: PriceRule }),
  },
  item: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ itemId: ItemId }),
    output: ItemWithPrices.extend({ supplierName: z.string(), mine: z.boolean(), rule: PriceRule }),
  },
  addItem: {
    access: MANAGERS,
    audit: 'none',
    input: ItemForm.extend({ requestId: RequestId, supplierId: SupplierId }),
    output: ItemView,
  },
  changeItem: {
    access: MANAGERS,
    audit: 'none',
    input: ItemForm.extend({ ...ItemSeen, priceReason: PriceReason }),
    output: ItemView,
  },
  /** 下架, or sells it again. Rounds that offer it keep it. */
  retireItem: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ ...ItemSeen, retired: z.boolean('请重新选择') }),
    output: ItemView,
  },
  /** The suppliers I work for. */
  mine: {
    access: SELLERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ rows: z.array(SupplierRow) }),
  },
  myItems: {
    access: SELLERS,
    audit: 'none',
    input: z.object({ supplierId: SupplierId }),
    output: z.object({ name: z.string(), rows: z.array(ItemView), rule: PriceRule }),
  },
  myItem: {
    access: SELLERS,
    audit: 'none',
    input: z.object({ itemId: ItemId }),
    output: ItemWithPrices.extend({ supplierName: z.string(), rule: PriceRule }),
  },
  /** The supplier's own people change prices, by the same rule; nothing else. */
  changeMyPrice: {
    access: SELLERS,
    audit: 'none',
    input: z.object({ ...ItemSeen, price: Price, priceReason: PriceReason }),
    output: ItemView,
  },
  priceRule: { access: MANAGERS, audit: 'none', input: z.object({}), output: PriceRuleView },
  setPriceRule: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'none',
    input: PriceRule.extend({ requestId: RequestId }),
    output: PriceRuleView,
  },
} satisfies Contract;
