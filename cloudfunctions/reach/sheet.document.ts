import type { StaffRole } from '../contracts';
import type { CareCategory } from '../contracts/person';
import type * as z from 'zod';

export const SHEETS = 'notice_sheets';

export const sheetIdOf = (noticeId: string, gridId: string): string => `${noticeId}:${gridId}`;

/** Whoever gets a notice by their role stands on one sheet of their own, each by their openid; no lowest grid is called that. */
export const STAFF = 'staff';

/** What one household, or one of it, did with a notice, and when; null for not yet. Each step stands and counts for itself: calls come in any order. */
export const STEPS = ['delivered', 'opened', 'read', 'confirmed'] as const;
export type Step = (typeof STEPS)[number];
export type Steps = Record<Step, string | null>;

/** 回执 */
export type Receipt = Steps & {
  headName: string;
  care: z.infer<typeof CareCategory>[];
  /** Nobody of it has a phone here: a visit from the start. */
  hasPhone: boolean;
  told: { how: 'phone' | 'door'; byName: string; openid: string; at: string; requestId: string } | null;
  /** Ticks that were taken back: a retry of one that comes late ticks nothing. */
  untold?: string[];
  /** When it came into the audience, if after publishing. */
  joinedAt?: string;
  /** Of somebody on duty. */
  post?: { role: StaffRole; place: string };
  /** Who of it did what, last. */
  people: Record<string, Partial<Steps>>;
};

/**
 * How far a notice has come in one lowest grid: every household of its audience with its receipt, and the counters of them. Both stand in one document,
 * so that one conditional write moves a receipt and its counter together, exactly once, and a reach page reads one document a team. The
 * households are those at publishing; who comes later joins when they open it, or the next morning. Whoever moves stays where they were counted.
 */
export type SheetDocument = {
  /** `<notice>:<grid>` */
  _id: string;
  noticeId: string;
  /** Of the notice: which step makes a household one that knows. */
  wanted: 'read' | 'confirm';
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  /** Keys of `receipts`, where an index finds a household that has moved since. */
  householdIds: string[];
  receipts: Record<string, Receipt>;
  households: number;
  counts: {
    delivered: number;
    opened: number;
    read: number;
    confirmed: number;
    phone: number;
    door: number;
    /** Did what was wanted, or was told. */
    known: number;
    /** Of `households`: those that came after publishing. */
    newcomers: number;
  };
};
