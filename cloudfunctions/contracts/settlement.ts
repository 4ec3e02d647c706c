import * as z from 'zod';
import type { Contract } from './contract';
import { Signature } from './declaration';
import { RequestId } from './grid';
import { Reason } from './household';
import { EntryView, HANDERS, PaidBy, PickupRow } from './pickup';
import { Fen, ItemId, Moment, MOST_OF_ONE, OrderId, RoundCard, RoundId } from './supplies';
import { words } from './text';

const LEADERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const ACCOUNTANTS = { by: 'staff', roles: ['gridLeader', 'townOfficer', 'supplier'] } as const;

/** Fen; sums of entries may go below zero where more went back than came. */
const Sum = z.number().int();

/** Of the whole round. `paid` is `byCash` and `byPhone` together. */
export const Totals = z.object({
  orders: z.number().int(),
  ordered: Sum,
  due: Sum,
  delivered: Sum,
  paid: Sum,
  byCash: Sum,
  byPhone: Sum,
});
export type Totals = z.infer<typeof Totals>;

/** Households and money of one kind of difference. */
const Difference = z.object({ households: z.number().int(), amount: Sum });

export const DifferenceKind = z.enum(['owing', 'overpaid', 'uncollected'], '请选择看哪一类');
export type DifferenceKind = z.infer<typeof DifferenceKind>;

export const SettlementView = z.object({
  round: RoundCard,
  version: z.number().int(),
  /** As they are now, or as they were when the round was settled. */
  totals: Totals,
  differences: z.object({
    /** 欠款: has goods that are not paid. */
    owing: Difference,
    /** 多收: paid more than it has. */
    overpaid: Difference,
    /** 没领: has not got all that it was to get. */
    uncollected: Difference,
    /** Counted less booked cash; null before two counts agree. */
    cash: Sum.nullable(),
  }),
  counting: z.object({
    /** differ: both counted, and not the same; nobody is told the other's figure. */
    state: z.enum(['none', 'one', 'differ', 'agreed']),
    mine: z.object({ cash: Fen, at: Moment }).nullable(),
    by: z.array(z.object({ name: z.string(), at: Moment, isMe: z.boolean() })),
    /** The figure on which two people agree. */
    cash: Fen.nullable(),
  }),
  /** `holds`: the figures are still those that were signed. */
  signature: z.object({ strokes: z.string(), byName: z.string(), at: Moment, holds: z.boolean() }).nullable(),
  explanation: z.string(),
  settled: z.object({ byName: z.string(), at: Moment }).nullable(),
  /** After it was settled; not in `totals`. */
  corrections: z.object({ count: z.number().int(), goods: Sum, money: Sum }),
  /** What has to be done before it can be settled, in words; empty when nothing. */
  obstacles: z.array(z.string()),
  maySign: z.boolean(),
  maySettle: z.boolean(),
});
export type SettlementView = z.infer<typeof SettlementView>;

/** What a person saw when they attest it: other figures now are a CONFLICT. */
const Figures = z.object({ delivered: Sum, paid: Sum, cash: Fen });

const Act = { requestId: RequestId, roundId: RoundId };

/** 对账结算: ordered, delivered and paid; cash counted by two; signed by the supplier; then frozen. */
export const settlementContract = {
  /** The three totals of a round, what differs and what is missing before it can be settled. */
  show: {
    access: ACCOUNTANTS,
    audit: 'personal',
    input: z.object({ roundId: RoundId }),
    output: SettlementView,
  },
  /** The households behind a difference. */
  differences: {
    access: ACCOUNTANTS,
    audit: 'personal',
    input: z.object({ roundId: RoundId, kind: DifferenceKind, after: z.string().max(200).optional() }),
    output: z.object({
      rows: z.array(
        PickupRow.pick({
          orderId: true,
          headName: true,
          place: true,
          due: true,
          delivered: true,
          paid: true,
          handOver: true,
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  /** All that moved in a round, or of one kind; in no order but that of the orders. */
  entries: {
    access: ACCOUNTANTS,
    audit: 'personal',
    input: z.object({
      roundId: RoundId,
      kind: EntryView.shape.kind.optional(),
      after: z.string().max(250).optional(),
    }),
    output: z.object({ rows: z.array(EntryView), next: z.string().nullable() }),
  },
  /** 点钱: what I counted, without anybody else's figure before me. Again takes the place of my last. */
  countCash: {
    access: HANDERS,
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'database' },
    input: z.object({
      ...Act,
      cash: z.number('请填写数出来多少钱').int('金额最多到分').min(0, '金额不能小于 0').max(100_000_000),
    }),
    /** Grid members count too, but the round's money is not theirs to see. */
    output: z.object({ counting: SettlementView.shape.counting }),
  },
  /**
   * 供货方签字: one of the supplier's own people, under the figures they saw. On a leader's phone, for a supplier without one, `signer` says who.
   */
  sign: {
    access: ACCOUNTANTS,
    audit: 'personal',
    input: z.object({
      ...Act,
      seen: Figures,
      signature: Signature,
      signer: words('签字人', { max: 30 }).optional(),
    }),
    output: SettlementView,
  },
  /** 结清: freezes the round. What differs needs its explanation. */
  settle: {
    access: LEADERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      seen: Figures,
      explanation: words('说明', { min: 0, max: 200 }).default(''),
    }),
    output: SettlementView,
  },
  /** 更正: an entry of its own at an order of a settled round. Minus where pieces or money went back. */
  correct: {
    access: LEADERS,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      orderId: OrderId,
      lines: z
        .array(
          z.object({
            itemId: ItemId,
            quantity: z.number('请填写数量').int('数量是整数').min(-MOST_OF_ONE).max(MOST_OF_ONE),
            substituteQuantity: z
              .number('请填写数量')
              .int('数量是整数')
              .min(-MOST_OF_ONE)
              .max(MOST_OF_ONE)
              .default(0),
          }),
        )
        .max(60, '东西太多了'),
      money: z.number('请填写金额').int('金额最多到分').min(-10_000_000).max(10_000_000),
      method: PaidBy.default('cash'),
      reason: Reason,
    }),
    output: z.object({ row: PickupRow, entries: z.array(EntryView) }),
  },
} satisfies Contract;
