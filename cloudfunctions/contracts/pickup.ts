import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Reason } from './household';
import {
  Distribution,
  Fen,
  HandOverStatus,
  ItemId,
  Moment,
  MOST_OF_ONE,
  OrderId,
  PicturedGoods,
  PointId,
  RoundCard,
  RoundId,
  SlotId,
  TimeOfDay,
  Way,
} from './supplies';

/**
 * Who hands goods out. A supplier's person sees and marks the rounds of their own supplier only, whole; grid members and leaders the
 * households of their grids; everybody else's rounds are not there for them.
 */
export const HANDERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'townOfficer', 'supplier'],
} as const;

export const PaidBy = z.enum(['cash', 'phone'], '请选择现金还是手机付');
export type PaidBy = z.infer<typeof PaidBy>;

/** What a line holds, for whoever hands it out. */
export const PickupLine = PicturedGoods.extend({
  ordered: z.number().int(),
  /** What the household gets of it; as ordered where nothing is short. */
  due: z.number().int(),
  delivered: z.number().int(),
  /** What comes instead of what is missing. */
  substitute: z
    .object({
      itemId: ItemId,
      name: z.string(),
      unit: z.string(),
      price: Fen,
      due: z.number().int(),
      delivered: z.number().int(),
    })
    .nullable(),
});
export type PickupLine = z.infer<typeof PickupLine>;

/** One order as whoever hands it out sees it: no phone, no papers, no care categories; an address on a route only. */
export const PickupRow = z.object({
  orderId: OrderId,
  headName: z.string(),
  /** 「zhang gui lan」: found by 「张」, 「zgl」 and 「zhangg」 alike, without a network. */
  reading: z.string(),
  /** 「柳溪村 三组」 */
  place: z.string(),
  way: Way,
  pointId: PointId.nullable(),
  slotId: SlotId.nullable(),
  date: z.iso.date().nullable(),
  from: TimeOfDay.nullable(),
  until: TimeOfDay.nullable(),
  /** Who fetches it for the household; staff only, a supplier's person always reads null. */
  helper: z.string().nullable(),
  lines: z.array(PickupLine),
  /** Fen: of what the household gets, of what it has, of what it paid. */
  due: Fen,
  delivered: Fen,
  paid: z.number().int(),
  note: z.string(),
  handOver: z.object({
    status: HandOverStatus,
    at: Moment.nullable(),
    byName: z.string().nullable(),
    hasPhoto: z.boolean(),
  }),
  version: z.number().int(),
});
export type PickupRow = z.infer<typeof PickupRow>;

/** One movement of goods or money. */
export const EntryView = z.object({
  entryId: z.string(),
  orderId: OrderId,
  headName: z.string(),
  kind: z.enum(['handOver', 'payment', 'refund', 'correction']),
  /** 「鸡蛋 1 盒」; a minus before what came back. */
  goods: z.array(z.object({ name: z.string(), unit: z.string(), quantity: z.number().int() })),
  /** Fen; negative where it went back. */
  amount: z.number().int(),
  money: z.number().int(),
  method: PaidBy,
  reason: z.string(),
  byName: z.string(),
  /** When it happened, which may be long before it arrived. */
  at: Moment,
});
export type EntryView = z.infer<typeof EntryView>;

/** Pieces of one line that move: of the item itself, and of what came instead. */
const Moved = z.object({
  itemId: ItemId,
  quantity: z.number('请填写数量').int('数量是整数').min(0, '数量不能小于 0').max(MOST_OF_ONE),
  substituteQuantity: z
    .number('请填写数量')
    .int('数量是整数')
    .min(0, '数量不能小于 0')
    .max(MOST_OF_ONE)
    .default(0),
});
const Lines = z.array(Moved).max(60, '东西太多了');
/** Fen. */
const Money = z.number('请填写收了多少钱').int('金额最多到分').min(0, '金额不能小于 0').max(10_000_000);

/**
 * An act at the counter or at a door. It says what happened, so it is held against what is left and not against a version: it may
 * arrive hours later, twice, or after another one that happened later. `at`: when it happened, where it could not be sent at once.
 */
const Act = { requestId: RequestId, orderId: OrderId, at: Moment.optional() };

export const DELIVERY_PHOTO_FOLDER = 'deliveries/';
const DeliveryPhoto = z
  .string('照片没有传上来，请再拍一次')
  .max(300)
  .regex(
    /^cloud:\/\/[^/]+\/deliveries\/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(jpe?g|png|webp)$/i,
    '照片没有传上来，请再拍一次',
  );

/** How far a round is, in households. */
const Progress = z.object({
  orders: z.number().int(),
  waiting: z.number().int(),
  handedOver: z.number().int(),
  noShow: z.number().int(),
});

/** 领货: on the day, at the points and at the doors. */
export const pickupContract = {
  /** Rounds that I hand out or did: arrived or being handed out; settled ones, newest first. */
  rounds: {
    access: HANDERS,
    audit: 'none',
    input: z.object({ tab: z.enum(['now', 'settled'], '请选择看哪一类').default('now') }),
    output: z.object({ rounds: z.array(RoundCard) }),
  },
  /** Everybody of a round whom I hand goods to, a few hundred a call: the phone fetches all pages and keeps them for a weak network. */
  list: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ roundId: RoundId, after: z.string().max(200).optional() }),
    output: z.object({
      round: RoundCard,
      points: Distribution.shape.points,
      slots: Distribution.shape.slots,
      doorDate: z.iso.date(),
      rows: z.array(PickupRow),
      next: z.string().nullable(),
    }),
  },
  /** One order as it is now, with all that moved; also what a scanned code opens (`miniprogram/shared/pickup-code.ts`). */
  show: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ orderId: OrderId }),
    output: z.object({ round: RoundCard, row: PickupRow, entries: z.array(EntryView) }),
  },
  /**
   * 交货: pieces that were handed over now, and what was paid with them. Part of an order now and the rest later are two of these.
   * CONFLICT in words to act on: nothing left of something, more money than is due, the round is settled.
   */
  handOver: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      lines: Lines.min(1, '请勾选交了什么'),
      money: Money,
      method: PaidBy.default('cash'),
      /** collected: somebody of the household took it. left: at the door, with a photo. */
      how: z.enum(['collected', 'left'], '请选择当面交的还是放门口的').default('collected'),
      photo: DeliveryPhoto.nullish().transform((id) => id ?? null),
    }),
    output: PickupRow,
  },
  /** 收款: what a household still owed. */
  takePayment: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ ...Act, money: Money.min(1, '请填写收了多少钱'), method: PaidBy.default('cash') }),
    output: PickupRow,
  },
  /** 退货退款: pieces that came back and money that was given back, together or one of them. */
  refund: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ ...Act, lines: Lines, money: Money, method: PaidBy.default('cash'), reason: Reason }),
    output: PickupRow,
  },
  /** 没来领: they may still come. */
  noShow: {
    access: HANDERS,
    audit: 'personal',
    input: z.object(Act),
    output: PickupRow,
  },
  /** 送货路线: who gets it at the door, in the order in which one walks, with addresses. */
  route: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ roundId: RoundId }),
    output: z.object({
      round: RoundCard,
      doorDate: z.iso.date(),
      rows: z.array(PickupRow.extend({ address: z.string() })),
    }),
  },
  /** Opens the photo of goods left at a door, for some minutes. */
  openPhoto: {
    access: HANDERS,
    audit: 'personal',
    input: z.object({ orderId: OrderId }),
    output: z.object({ url: z.string() }),
  },
  /** The same for the household itself. */
  openMyPhoto: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ orderId: OrderId }),
    output: z.object({ url: z.string() }),
  },
  /** 剩货: what came, what was handed over and what is left of each item, of the whole round. */
  leftovers: {
    access: HANDERS,
    audit: 'none',
    input: z.object({ roundId: RoundId }),
    output: z.object({
      round: RoundCard,
      progress: Progress,
      items: z.array(
        z.object({
          itemId: ItemId,
          name: z.string(),
          unit: z.string(),
          came: z.number().int(),
          delivered: z.number().int(),
          left: z.number().int(),
        }),
      ),
    }),
  },
} satisfies Contract;
