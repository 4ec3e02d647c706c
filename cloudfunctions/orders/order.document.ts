import type * as z from 'zod';
import type { HandOverStatus, OrderStatus, Told, Way } from '../contracts/supplies';
import type { CareCategory } from '../contracts/person';

export const ORDERS = 'orders';

/** The same household in the same round is the same order, whoever places it and however often. */
export const orderIdOf = (roundId: string, householdId: string): string => `${roundId}:${householdId}`;

/** `householdId` is all after the first colon: no round's id holds one. */
export function partsOfOrderId(orderId: string): { roundId: string; householdId: string } {
  const colon = orderId.indexOf(':');
  return { roundId: orderId.slice(0, colon), householdId: orderId.slice(colon + 1) };
}

/** Prices in fen, as they were when it was placed. */
export type OrderLine = {
  itemId: string;
  quantity: number;
  price: number;
  /** Who takes a drug of the four classes. */
  patientId: string | null;
  patientName?: string | null;
  /** After a shortage; null before shares are known. */
  allotted: number | null;
  substitute: { itemId: string; quantity: number; price: number } | null;
  /** Handed over, of this item and of its substitute. */
  delivered: number;
  substituteDelivered: number;
};

/** 订单: one a household and round. */
export type OrderDocument = {
  _id: string;
  roundId: string;
  householdId: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  headName: string;
  /** 七类人 in the household, when it ordered. */
  care: z.infer<typeof CareCategory>[];
  /** Its adults, by person, when it ordered: an edit by one of them needs no look at the file. */
  adults?: string[];
  status: z.infer<typeof OrderStatus>;
  lines: OrderLine[];
  /** Fen: ordered (Σ price × quantity), due (what it gets), delivered (what was handed over), paid (received less paid back). */
  ordered: number;
  due: number;
  delivered: number;
  paid: number;
  /** The household takes something else for what is missing. */
  substitutes: boolean;
  note: string;
  /** What it needs that is not on the list: a task for its grid member. */
  need: {
    text: string;
    at: string;
    done: { at: string; by: string; byName: string; answer: string } | null;
  } | null;
  /** `open <at> <id>` or `done <at> <id>`: the order of the list of needs. Absent where it needs nothing more. */
  needKey?: string | null;
  /** Where the household would like to fetch it. */
  wish: { way: Way; pointId: string | null };
  /** Given out after cut-off. `helper`: who carries for a household of the care categories. */
  pickup: {
    way: Way;
    pointId: string | null;
    slotId: string | null;
    date: string;
    helper: { openid: string; name: string } | null;
  } | null;
  /** The round is being settled, or is: nothing of it moves any more. */
  frozenAt?: string;
  handOver: {
    status: HandOverStatus;
    at: string | null;
    byName: string | null;
    /** fileID: goods at the door. */
    photo: string | null;
  };
  placedBy: {
    openid: string;
    name: string;
    how: 'member' | 'proxy';
    told: z.infer<typeof Told> | null;
  };
  placedAt: string;
  changedAt: string;
  version: number;
  /** The latest acts, newest last; enough to recognise a retry whose answer got lost. */
  changes: OrderChange[];
};

/** `quantities`: of an act that changed what is ordered, how many of each item afterwards. */
export type OrderChange = {
  requestId: string;
  by: string;
  byName: string;
  at: string;
  what: string;
  quantities?: Record<string, number>;
};
