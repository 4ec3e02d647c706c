import * as z from 'zod';
import { words } from './text';

/** Money in fen: whole numbers, so that sums are exact. Paid in person, never online. */
export const Fen = z.number('请填写价钱').int('价钱最多到分').min(0).max(100_000_000);
export const Price = Fen.min(1, '价钱要大于 0').max(1_000_000, '价钱太高了，请再看一眼');

export const Moment = z.iso.datetime({ offset: true });
/** `08:30` */
export const TimeOfDay = z.string('请选择时间').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间不对，请重新选择');

/** Part of document paths (`remaining.<itemId>`), so no dots in them. */
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '编号不对');
export const SupplierId = Id;
export const ItemId = Id;
export const RoundId = Id;
export const PointId = Id;
export const SlotId = Id;
/** `<round>:<household>` */
export const OrderId = z.string().regex(/^[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_.-]{1,64}$/, '订单编号不对');

export const ItemCategory = z.enum(
  ['vegetables', 'staples', 'meatEggsMilk', 'baby', 'daily', 'medicine'],
  '请选择分类',
);
export type ItemCategory = z.infer<typeof ItemCategory>;

/** 四类药品: sold by real name only. `none` is for plasters and the like. */
export const DrugClass = z.enum(['none', 'fever', 'cough', 'antiviral', 'antibiotic'], '请选择药品类别');
export type DrugClass = z.infer<typeof DrugClass>;

/**
 * draft 草稿 → open 正在订 → closed 已截止 (summed, pickup times given out) → purchasing 采购中 (the supplier has said how much comes, shares are known)
 * → arrived 到货 → distributing 正在发 → settled 已结清; or cancelled 已取消, from any state before distributing.
 */
export const RoundStatus = z.enum([
  'draft',
  'open',
  'closed',
  'purchasing',
  'arrived',
  'distributing',
  'settled',
  'cancelled',
]);
export type RoundStatus = z.infer<typeof RoundStatus>;

/** How goods reach a household: fetched at a point in a slot, or left at the door. */
export const Way = z.enum(['pickup', 'door'], '请选择自己领还是送上门');
export type Way = z.infer<typeof Way>;

/** Who may order: every household of the round's grids, or those with somebody of the seven care categories only. */
export const RoundAudience = z.enum(['everyone', 'care'], '请选择谁可以订');

/** placed 已下单, cancelled 已取消 (may be placed again until cut-off) */
export const OrderStatus = z.enum(['placed', 'cancelled']);
/** waiting 没领 → collected 领了 / left 放门口了; or noShow 没来领 (may still come) */
export const HandOverStatus = z.enum(['waiting', 'collected', 'left', 'noShow']);
export type HandOverStatus = z.infer<typeof HandOverStatus>;

/** How whoever orders as a proxy was told what to order. */
export const Told = z.enum(['phone', 'door'], '请选择怎么听说的');

export const MOST_ITEMS = 60;
export const MOST_OF_ONE = 99;

/** A thing as it stands on a shelf. */
export const Goods = z.object({
  itemId: ItemId,
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  category: ItemCategory,
  price: Fen,
});
/** `photo`: fileID in cloud storage; null shows the category's drawing. */
export const PicturedGoods = Goods.extend({ photo: z.string().nullable() });

/** An item as a round offers it, frozen when the round opens. */
export const RoundItem = PicturedGoods.extend({
  drugClass: DrugClass,
  /** Most that one household may order. */
  limit: z.number().int().min(1).max(MOST_OF_ONE),
  /** How many there are in all; null when the supplier can bring as many as are ordered. */
  stock: z.number().int().min(0).nullable(),
});
export type RoundItem = z.infer<typeof RoundItem>;

export const PickupPoint = z.object({
  pointId: PointId,
  name: words('领取点', { max: 20 }),
  address: words('在哪里', { min: 0, max: 40 }),
});
export const PickupSlot = z.object({
  slotId: SlotId,
  pointId: PointId,
  date: z.iso.date('请选择日期'),
  from: TimeOfDay,
  until: TimeOfDay,
  /** Households. */
  capacity: z.number().int().min(1, '至少一户').max(2_000),
});
/** Without points everything goes to the doors. */
export const Distribution = z.object({
  points: z.array(PickupPoint).max(20, '最多 20 个领取点'),
  slots: z.array(PickupSlot).max(200, '最多 200 个时段'),
  /** The day on which goods are carried to the doors. */
  doorDate: z.iso.date('请选择送货日期'),
});
export type Distribution = z.infer<typeof Distribution>;

/** What a household wants of one item. `price` is what the phone showed: another price is refused, never charged. */
export const WantedLine = z.object({
  itemId: ItemId,
  quantity: z.number().int('数量是整数').min(1).max(MOST_OF_ONE),
  price: Fen,
  /** For a drug of the four classes: who of the household takes it. */
  patientId: z.string().max(64).optional(),
});
export type WantedLine = z.infer<typeof WantedLine>;

export const OrderLineView = PicturedGoods.extend({
  ordered: z.number().int(),
  /** What it gets after a shortage; null before that is known. */
  allotted: z.number().int().nullable(),
  delivered: z.number().int().nullable(),
  /** What comes instead, where the household allowed it. */
  substitute: z
    .object({ itemId: ItemId, name: z.string(), unit: z.string(), quantity: z.number().int(), price: Fen })
    .nullable(),
  patientName: z.string().nullable(),
  /** After a shortage: why it gets as much as it gets (purchase/share-reason). */
  why: z.string().nullable().optional(),
});
export type OrderLineView = z.infer<typeof OrderLineView>;

/** Where and when; null before pickup times are given out. */
export const PickupView = z.object({
  way: Way,
  pointId: PointId.nullable(),
  pointName: z.string().nullable(),
  slotId: SlotId.nullable(),
  date: z.iso.date(),
  from: TimeOfDay.nullable(),
  until: TimeOfDay.nullable(),
  /** Who helps a household of the care categories to carry. */
  helper: z.string().nullable(),
});
export type PickupView = z.infer<typeof PickupView>;

/** An order as its household, its grid member and whoever hands out the goods see it. */
export const OrderView = z.object({
  orderId: OrderId,
  roundId: RoundId,
  roundTitle: z.string(),
  roundStatus: RoundStatus,
  householdId: z.string(),
  headName: z.string(),
  place: z.string(),
  status: OrderStatus,
  lines: z.array(OrderLineView),
  /** Sum of what was ordered; of what it gets (after a shortage, with substitutes); of what was handed over; what was paid. */
  ordered: Fen,
  due: Fen,
  delivered: Fen,
  paid: z.number().int(),
  substitutes: z.boolean(),
  note: z.string(),
  /** What it needs that was not on the list, and what was done about it. */
  need: z
    .object({
      text: z.string(),
      at: Moment,
      done: z.object({ at: Moment, byName: z.string(), answer: z.string() }).nullable(),
    })
    .nullable(),
  wish: z.object({ way: Way, pointId: PointId.nullable() }),
  pickup: PickupView.nullable(),
  handOver: HandOverStatus,
  /** Who wrote it last, and how: what others in the household changed is shown. */
  placedBy: z.object({ name: z.string(), how: z.enum(['member', 'proxy']), isMe: z.boolean() }),
  placedAt: Moment,
  changedAt: Moment,
  /** Of each act on it, newest last. */
  changes: z.array(z.object({ at: Moment, byName: z.string(), what: z.string() })),
  version: z.number().int(),
});
export type OrderView = z.infer<typeof OrderView>;

/** A round as anybody in its grids may see it. */
export const RoundCard = z.object({
  roundId: RoundId,
  title: z.string(),
  /** 第 8 批 */
  number: z.number().int(),
  supplierName: z.string(),
  place: z.string(),
  status: RoundStatus,
  audience: RoundAudience,
  opensAt: Moment,
  closesAt: Moment,
  itemCount: z.number().int(),
});
export type RoundCard = z.infer<typeof RoundCard>;
