import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import {
  Fen,
  Goods,
  ItemId,
  Moment,
  MOST_ITEMS,
  OrderId,
  PickupSlot,
  PickupView,
  PointId,
  RoundCard,
  RoundId,
  SlotId,
} from './supplies';

const SUPPLIER = { by: 'staff', roles: ['supplier'] } as const;
const LEADERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const GRID_STAFF = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;
const HOUSEHOLD = { by: 'household' } as const;

const Count = z.number().int();
const Version = Count.min(1);
/** More of one item than any round sells. */
const Pieces = z.number('请填写数量').int('数量是整数').min(0, '数量不能是负数').max(200_000, '数量太大了');

/**
 * What a round waits for, as its supplier sees it: cutOff 等截止 → summing 正在汇总 → confirm 等确认数量 → sharing 正在分配 → bring 等送到 → handingOut 正在发 →
 * done 结清了; or cancelled 取消了
 */
export const PurchaseStage = z.enum([
  'cutOff',
  'summing',
  'confirm',
  'sharing',
  'bring',
  'handingOut',
  'done',
  'cancelled',
]);
export type PurchaseStage = z.infer<typeof PurchaseStage>;

const Demand = z.object({ orders: Count, pieces: Count, amount: Fen });

export const PurchaseRow = RoundCard.extend({
  stage: PurchaseStage,
  /** Null before it was summed. */
  demand: Demand.nullable(),
});
export type PurchaseRow = z.infer<typeof PurchaseRow>;

/** Something of the supplier's catalogue that could come instead. */
export const SubstituteOffer = Goods;
export type SubstituteOffer = z.infer<typeof SubstituteOffer>;

export const PurchaseItem = Goods.extend({
  /** Pieces that were ordered, by how many households. */
  demanded: Count,
  orders: Count,
  /** How many come, by the supplier; null before they said. */
  confirmed: Count.nullable(),
  /** What comes instead: for households that allow it, never dearer than what it stands for. */
  substitute: Goods.omit({ category: true }).extend({ quantity: Count }).nullable(),
  /** Four classes of drugs, and anything bought by real name, are never substituted. */
  maySubstitute: z.boolean(),
});
export type PurchaseItem = z.infer<typeof PurchaseItem>;

export const PurchaseList = PurchaseRow.extend({
  items: z.array(PurchaseItem),
  /** What households do without; null before shares are known. */
  short: z.object({ pieces: Count, orders: Count }).nullable(),
  /** Households by how their goods reach them; `unplaced`: for whom no slot had room. Null before pickup times are given out. */
  slotting: z.object({ pickup: Count, door: Count, unplaced: Count }).nullable(),
  points: z.array(z.object({ pointId: PointId, name: z.string(), address: z.string() })),
  doorDate: z.iso.date(),
  /** The first day of handing out, in a slot or at the door: by then the goods must be there. */
  neededOn: z.iso.date(),
  arrivedAt: Moment.nullable(),
  version: Version,
});
export type PurchaseList = z.infer<typeof PurchaseList>;

const Round = z.object({ roundId: RoundId });
const ActOnRound = z.object({ requestId: RequestId, roundId: RoundId, version: Version });

const Confirming = ActOnRound.extend({
  items: z
    .array(
      z.object({
        itemId: ItemId,
        quantity: Pieces,
        substitute: z
          .object({ itemId: ItemId, quantity: Pieces.min(1, '代替的至少 1 份') })
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(MOST_ITEMS),
});

const Sheet = z.object({ fileName: z.string(), base64: z.string() });
const A_FEW_SHEETS = { times: 30, perSeconds: 3600, counted: 'instance' } as const;

export const FreeSlot = PickupSlot.extend({
  pointName: z.string(),
  /** Households that still fit in. */
  free: Count,
  isMine: z.boolean(),
});
export type FreeSlot = z.infer<typeof FreeSlot>;

/** Where an order may still be fetched. */
export const SlotChoice = z.object({
  orderId: OrderId,
  pickup: PickupView.nullable(),
  slots: z.array(FreeSlot),
  /** Why it can't be moved now, in words; null when it can. */
  fixed: z.string().nullable(),
  version: Version,
});
export type SlotChoice = z.infer<typeof SlotChoice>;

const Order = z.object({ orderId: OrderId });
/** `slotId` null: to the door. */
const Moving = z.object({
  requestId: RequestId,
  orderId: OrderId,
  version: Version,
  slotId: SlotId.nullable(),
});

export const ShareRow = z.object({
  orderId: OrderId,
  headName: z.string(),
  place: z.string(),
  isCare: z.boolean(),
  lines: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      ordered: Count,
      allotted: Count,
      substitute: z.object({ name: z.string(), unit: z.string(), quantity: Count }).nullable(),
      why: z.string(),
    }),
  ),
});
export type ShareRow = z.infer<typeof ShareRow>;

/**
 * 采购: what was ordered becomes one list for the supplier, what comes is shared out, and everybody gets a time to fetch it.
 * The same for the supplier's own people and, where they have no phone at hand, for the leaders of the round's grid (`…For`).
 */
export const purchaseContract = {
  /** The caller's rounds as a supplier, by what they wait for; `after` is the last page's `next`. */
  rounds: {
    access: SUPPLIER,
    audit: 'none',
    input: z.object({
      state: z.enum(['waiting', 'over']),
      after: z.string().max(120).optional(),
    }),
    output: z.object({ rounds: z.array(PurchaseRow), next: z.string().nullable() }),
  },
  /** 采购单 */
  list: { access: SUPPLIER, audit: 'none', input: Round, output: PurchaseList },
  listFor: { access: LEADERS, audit: 'none', input: Round, output: PurchaseList },
  /** What the supplier sells that could come instead of something else. */
  offers: {
    access: SUPPLIER,
    audit: 'none',
    input: Round,
    output: z.object({ offers: z.array(SubstituteOffer) }),
  },
  offersFor: {
    access: LEADERS,
    audit: 'none',
    input: Round,
    output: z.object({ offers: z.array(SubstituteOffer) }),
  },
  /** 确认到货数量: how much comes of everything that was ordered. May be said again until the goods are there. */
  confirm: { access: SUPPLIER, audit: 'personal', input: Confirming, output: PurchaseList },
  confirmFor: { access: LEADERS, audit: 'personal', input: Confirming, output: PurchaseList },
  /** 到货 */
  arrive: { access: SUPPLIER, audit: 'none', input: ActOnRound, output: PurchaseList },
  arriveFor: { access: LEADERS, audit: 'none', input: ActOnRound, output: PurchaseList },
  /** A spreadsheet: the totals, what goes to which place, and what to pack for whom. Of a household no more than its head's name and group. */
  sheet: { access: SUPPLIER, audit: 'personal', limit: A_FEW_SHEETS, input: Round, output: Sheet },
  sheetFor: { access: LEADERS, audit: 'personal', limit: A_FEW_SHEETS, input: Round, output: Sheet },

  /** Slots with room, for the caller's own order. */
  freeSlots: { access: HOUSEHOLD, audit: 'none', input: Order, output: SlotChoice },
  freeSlotsFor: { access: GRID_STAFF, audit: 'personal', input: Order, output: SlotChoice },
  /** 换时间. A slot that filled up in the meantime is a CONFLICT. A household can't choose the door by itself. */
  moveSlot: { access: HOUSEHOLD, audit: 'personal', input: Moving, output: SlotChoice },
  moveSlotFor: { access: GRID_STAFF, audit: 'personal', input: Moving, output: SlotChoice },
  /** 加时段: for whom there was no room; their times are given out within a minute. */
  addSlots: {
    access: LEADERS,
    audit: 'none',
    input: ActOnRound.extend({
      slots: z
        .array(PickupSlot.omit({ slotId: true }))
        .min(1, '请至少加一个时段')
        .max(40, '一次最多加 40 个时段'),
    }),
    output: PurchaseList,
  },
  /** Who gets less than ordered, and why; `after` is the last page's `next`. */
  shares: {
    access: GRID_STAFF,
    audit: 'personal',
    input: Round.extend({ after: OrderId.optional() }),
    output: z.object({
      roundTitle: z.string(),
      rows: z.array(ShareRow),
      next: OrderId.nullable(),
    }),
  },
  /** Every few minutes: who came under observation since times were given out shares no slot any more. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ moved: Count, more: z.boolean() }),
  },
} as const satisfies Contract;
