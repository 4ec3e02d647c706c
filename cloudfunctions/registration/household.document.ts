import type * as z from 'zod';
import type { HouseholdStatus } from '../contracts';
import type { CareCategory, Relation, Sex, Whereabouts } from '../contracts/person';

export const HOUSEHOLDS = 'households';

/** One person in a household's file. Numbers are sealed; masks are made when writing, so that lists never unseal. */
export type PersonRecord = {
  personId: string;
  name: string;
  papersType: 'residentId' | 'passport' | 'travelPermit' | 'other';
  papers: string;
  papersIndex: string;
  papersMask: string;
  /** YYYY-MM-DD */
  birthDate: string;
  sex: z.infer<typeof Sex>;
  phone: string | null;
  phoneIndex: string | null;
  phoneMask: string | null;
  relation: z.infer<typeof Relation>;
  careCategories: z.infer<typeof CareCategory>[];
  whereabouts: z.infer<typeof Whereabouts>;
  registeredResidence: string;
};

/** An act on the file: the same request by the same caller is the same act. */
export type FileChange = {
  requestId: string;
  by: string;
  at: string;
  what:
    | 'rostered'
    | 'enrolled'
    | 'changed'
    | 'corrected'
    | 'verified'
    | 'returned'
    | 'closed'
    | 'claimed'
    | 'left'
    | 'headChanged'
    | 'handedOver'
    | 'merged';
};

/** A visit to a household that can't do things itself; dates as YYYY-MM-DD. */
export type PlannedVisit = { date: string; purpose: string; by: string; at: string };
export type PastVisit = { date: string; purpose: string; result: 'done' | 'notMet'; by: string; at: string };

export type ClosedReason = 'movedOut' | 'merged' | 'left';

/** 一户一档. Moments are texts like `2026-11-21T20:05:00+08:00`. */
export type HouseholdDocument = {
  _id: string;
  gridId: string;
  /** Town, village, team: the jurisdiction. */
  gridPath: string[];
  pathNames: string[];
  address: string;
  tenure: 'owner' | 'tenant';
  status: HouseholdStatus;
  version: number;
  submittedAt: string;
  /** `submittedAt` and `_id` in one text: a unique order in which a queue can go on after any row. */
  queueKey: string;
  verifiedAt: string | null;
  verifiedBy: string | null;
  returnReason: string | null;
  /** From which place its grid member handed it over and why, while it waits in the new one. */
  handedOver?: { from: string[]; at: string; reason: string } | null;
  headName: string;
  people: PersonRecord[];
  /** Each person's `papersIndex`, at the top where an index finds it. */
  papersIndexes: string[];
  /** By which words a grid member finds it; `searchable` makes them whenever the file is written. */
  searchKeys: string[];
  /** Null while a file stands on the roster only: nobody of the household has been asked yet. */
  consent: {
    version: string;
    guardianForChildren: boolean;
    at: string;
    by: string;
    /** Given by word of mouth at the door: `by` is the grid member who told the household what it agrees to, and witnessed it. */
    told?: true;
    /** The phone that consented has left; the file stays for the others in it. */
    withdrawnAt?: string;
  } | null;
  /** Of a closed file: why, and into which file it was merged. */
  closedReason?: ClosedReason;
  mergedInto?: string;
  /** 上门: the one that is agreed next, and how the last one went. Not part of what the household says of itself, so no version counts it. */
  visit?: PlannedVisit | null;
  lastVisit?: PastVisit | null;
  /** The latest acts, newest last; enough to recognise a retry whose answer got lost. */
  changes: FileChange[];
};
