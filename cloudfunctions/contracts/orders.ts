import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { CareCategory } from './person';
import {
  Distribution,
  Fen,
  MOST_ITEMS,
  MOST_OF_ONE,
  ItemId,
  Moment,
  OrderId,
  OrderStatus,
  OrderView,
  PointId,
  RoundCard,
  RoundId,
  RoundItem,
  Told,
  WantedLine,
  Way,
} from './supplies';
import { words } from './text';

/** Who orders for households that can't, and looks after what they need. */
export const PROXIES = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;

const HouseholdId = z.string().min(1).max(64);
const Note = words('备注', { min: 0, max: 100 });
const Need = words('还需要什么', { min: 0, max: 200 });
const Answer = words('处理结果', { min: 2, max: 100 });

/**
 * The order as the phone showed it. An edit says what it changes, so that nobody's change is written over, and nothing has to be read first:
 * where the order does not look like this any more, it answers CONFLICT and nothing is changed.
 */
export const SeenOrder = z.object({
  version: z.number().int().min(1),
  status: OrderStatus,
  /** What it held; of a cancelled order nothing counts. */
  lines: z.array(WantedLine.pick({ itemId: true, quantity: true })).max(MOST_ITEMS),
});

/** Fen: as much as a sum may be. */
const MOST_MONEY = 100_000_000;

/** What a household wants. Errors stand at `lines.<position>`: sold out, over the limit, another price, who takes the drug. */
const Cart = z.object({
  requestId: RequestId,
  roundId: RoundId,
  /** Absent for the household's first order of this round; needed to change it, and to place it again after it was cancelled. */
  seen: SeenOrder.optional(),
  lines: z
    .array(WantedLine)
    .min(1, '还没有选东西')
    .max(MOST_ITEMS, `一次最多订 ${MOST_ITEMS} 样`)
    .refine(
      (lines) => new Set(lines.map(({ itemId }) => itemId)).size === lines.length,
      '同一样东西只能写一行',
    )
    .refine(
      (lines) => lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0) <= MOST_MONEY,
      '一次订得太多了，请减一些',
    ),
  /** Something else may come for what is missing. */
  substitutes: z.boolean().default(false),
  note: Note.default(''),
  /** What it needs that is not on the list: becomes a task of its grid member. Left out, what was written stays; empty takes it back. */
  need: Need.optional(),
  wish: z.object({ way: Way, pointId: PointId.nullable() }),
});

const Cancelling = z.object({
  requestId: RequestId,
  orderId: OrderId,
  seen: SeenOrder.extend({ status: z.literal('placed', '这份订单已经取消了') }),
});

/** What stands after an order was placed, changed or cancelled. */
export const Placed = z.object({
  orderId: OrderId,
  status: OrderStatus,
  version: z.number().int(),
  /** Fen. */
  ordered: Fen,
  changedAt: Moment,
});
export type Placed = z.infer<typeof Placed>;

/** Why this household can't order; null when it can. */
const Refusal = z.string().nullable();

export const ShopItem = RoundItem.extend({
  /** How many are left; null where there is no stock to run out of. */
  left: z.number().int().min(0).nullable(),
});
export type ShopItem = z.infer<typeof ShopItem>;

/** A round as one household shops in it. */
export const ShopView = z.object({
  round: RoundCard,
  items: z.array(ShopItem),
  distribution: Distribution,
  householdId: z.string(),
  headName: z.string(),
  /** The household's order in this round, also a cancelled one. */
  order: OrderView.nullable(),
  /** What it ordered the last time, as far as this round has it: 照着上次订. */
  last: z
    .object({
      roundTitle: z.string(),
      lines: z.array(z.object({ itemId: ItemId, quantity: z.number().int().min(1).max(MOST_OF_ONE) })),
    })
    .nullable(),
  /** Somebody is under observation at home: goods come to the door, whatever it wishes. */
  doorOnly: z.boolean(),
  /** Who may be named as taking a drug. */
  people: z.array(z.object({ personId: z.string(), name: z.string() })),
  refusal: Refusal,
});
export type ShopView = z.infer<typeof ShopView>;

/** A round that households of my grid can order in now, and what mine did. */
export const OfferedRow = z.object({
  round: RoundCard,
  order: Placed.nullable(),
  refusal: Refusal,
});
export type OfferedRow = z.infer<typeof OfferedRow>;

/** A household of the care categories, for whoever orders for it. */
export const CareRow = z.object({
  householdId: z.string(),
  headName: z.string(),
  place: z.string(),
  address: z.string(),
  phoneMask: z.string().nullable(),
  peopleCount: z.number().int(),
  care: z.array(CareCategory),
  order: Placed.extend({ how: z.enum(['member', 'proxy']), byName: z.string() }).nullable(),
});
export type CareRow = z.infer<typeof CareRow>;

export const NeedStatus = z.enum(['open', 'done']);
export const NeedRow = z.object({
  orderId: OrderId,
  householdId: z.string(),
  headName: z.string(),
  place: z.string(),
  roundTitle: z.string(),
  text: z.string(),
  at: Moment,
  done: z.object({ at: Moment, byName: z.string(), answer: z.string() }).nullable(),
  version: z.number().int(),
});
export type NeedRow = z.infer<typeof NeedRow>;

const Page = { after: z.string().max(200).optional() };
const Next = { next: z.string().nullable() };
const A_HOUSEHOLDS_ACTS = { times: 120, perSeconds: 3600, counted: 'instance' } as const;
const A_PROXYS_ACTS = { times: 600, perSeconds: 3600, counted: 'instance' } as const;

/** 订单: one a household and round, editable until cut-off. */
export const ordersContract = {
  /** Open rounds for my household, the one that closes first on top. */
  offered: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ rounds: z.array(OfferedRow) }),
  },
  /** Open rounds in which households of my grids can order. */
  offeredFor: {
    access: PROXIES,
    audit: 'none',
    input: z.object({}),
    output: z.object({ rounds: z.array(RoundCard) }),
  },
  /** The shop page of one round. */
  shop: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ roundId: RoundId }),
    output: ShopView,
  },
  /** The same for a household of my grids. */
  shopFor: {
    access: PROXIES,
    audit: 'personal',
    input: z.object({ roundId: RoundId, householdId: HouseholdId }),
    output: ShopView,
  },
  /**
   * Places my household's order, changes it, or places it again: all of it or nothing. CONFLICT when the round is closed, something is sold out or
   * costs something else now, or somebody of the household was first. The same `requestId` answers the same result.
   */
  order: {
    access: { by: 'household' },
    audit: 'personal',
    limit: A_HOUSEHOLDS_ACTS,
    input: Cart,
    output: Placed,
  },
  /** 代订, for a household of the care categories in my grids that told me what it wants. */
  orderFor: {
    access: PROXIES,
    audit: 'personal',
    limit: A_PROXYS_ACTS,
    input: Cart.extend({ householdId: HouseholdId, told: Told }),
    output: Placed,
  },
  /** Cancels the order until cut-off; it may be placed again. */
  cancel: {
    access: { by: 'household' },
    audit: 'personal',
    limit: A_HOUSEHOLDS_ACTS,
    input: Cancelling,
    output: Placed,
  },
  cancelFor: {
    access: PROXIES,
    audit: 'personal',
    limit: A_PROXYS_ACTS,
    input: Cancelling.extend({ told: Told }),
    output: Placed,
  },
  /** My household's orders, newest first. */
  mine: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object(Page),
    output: z.object({ orders: z.array(OrderView), ...Next }),
  },
  /** One order of my household. */
  show: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ orderId: OrderId }),
    output: OrderView,
  },
  /** One order in my grids. That it was looked at is recorded. */
  showFor: {
    access: PROXIES,
    audit: 'personal',
    input: z.object({ orderId: OrderId }),
    output: OrderView,
  },
  /** Households of the care categories in my grids that may order in this round, and whether they have. */
  careHouseholds: {
    access: PROXIES,
    audit: 'personal',
    input: z.object({ roundId: RoundId, ...Page }),
    output: z.object({ rows: z.array(CareRow), ...Next }),
  },
  /** What households of my grids need that was not on the list: open ones longest waiting first, answered ones newest first. */
  needs: {
    access: PROXIES,
    audit: 'none',
    input: z.object({ status: NeedStatus, ...Page }),
    output: z.object({ rows: z.array(NeedRow), ...Next }),
  },
  /** Says what was done about it; its household reads it. */
  answerNeed: {
    access: PROXIES,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      orderId: OrderId,
      /** When it was written: another need that was written since is not answered by this. */
      at: Moment,
      answer: Answer,
    }),
    output: NeedRow,
  },
} satisfies Contract;
