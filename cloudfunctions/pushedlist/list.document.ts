import { createHash } from 'node:crypto';
import type { Dayjs } from 'dayjs';
import type { EntryStatus, PushedEntry, PushedList, PushedRowOutcome } from '../contracts/pushed-list';
import { toTimestamp } from '../kernel/clock';
import { placeOf } from '../registration/household-view';

export const LISTS = 'pushed_lists';
export const ROWS = 'pushed_rows';
export const ENTRIES = 'pushed_entries';

type Source = PushedList['source'];

/** A list as it was pushed down. Its rows wait in chunks until it is dispatched; `cursor` says which chunk is next. */
export type ListDocument = {
  _id: string;
  gridPath: string[];
  title: string;
  source: Source;
  fileId: string;
  fileName: string;
  status: 'staging' | PushedList['status'];
  chunks: number;
  cursor: number;
  rows: number;
  done: number;
  counts: Record<PushedRowOutcome, number>;
  unplaced: number;
  /** Timestamp in UTC+8. */
  deadline: string;
  triesNeeded: number;
  importedBy: string;
  importedByName: string;
  importedAt: string;
};

export type RowFault = { row: number; column: string | null; outcome: PushedRowOutcome; message: string };

/** Some rows of a list. */
export type RowsDocument = {
  _id: string;
  listId: string;
  gridPath: string[];
  position: number;
  rows: number;
  /** `PushedRow[]` as sealed JSON; null once they are dispatched. */
  sealed: string | null;
  wrong: RowFault[];
  found: RowFault[];
  faultCount: number;
};

/** A right row, as it lies sealed in its chunk. */
export type PushedRow = {
  row: number;
  name: string;
  papers: { type: 'residentId' | 'passport' | 'travelPermit' | 'other'; number: string };
  phone: string | null;
  cameFrom: string;
  arrivesOn: string | null;
  address: string;
};

/** Somebody to be found. Numbers and the address are sealed. */
export type EntryDocument = {
  /** `<list>:<row>` */
  _id: string;
  listId: string;
  listTitle: string;
  source: Source;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  /** The address, or the household that these papers stand in, told which grid it is. */
  placed: boolean;
  name: string;
  personKey: string;
  papers: string;
  papersMask: string;
  phone: string | null;
  phoneMask: string | null;
  address: string;
  cameFrom: string;
  arrivesOn: string | null;
  householdId: string | null;
  deadline: string;
  triesNeeded: number;
  tries: number;
  status: EntryStatus;
  declarationId: string | null;
  /** The deadline and the id in one text: the order in which they are worked off. */
  queueKey: string;
  history: { at: string; by: string; byName: string; what: string }[];
  version: number;
  /** The last acts' request ids: a retry whose answer got lost is the same act. */
  requests: string[];
};

export const noCounts = (): ListDocument['counts'] => ({ toFind: 0, declared: 0, listed: 0, wrong: 0 });

/** The same form from the same phone is the same list. */
export const listIdOf = (openid: string, requestId: string): string =>
  `l${createHash('sha256').update(`pushed:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

export const chunkIdOf = (listId: string, position: number): string => `${listId}:${position}`;

export const listView = (list: ListDocument): PushedList => ({
  listId: list._id,
  title: list.title,
  source: list.source,
  fileName: list.fileName,
  status: list.status === 'staging' ? 'checking' : list.status,
  rows: list.rows,
  done: list.done,
  counts: list.counts,
  unplaced: list.unplaced,
  deadline: list.deadline,
  triesNeeded: list.triesNeeded,
  importedBy: list.importedByName,
  importedAt: list.importedAt,
});

export const entryView = (entry: EntryDocument, now: Dayjs): PushedEntry => ({
  entryId: entry._id,
  name: entry.name,
  papersMask: entry.papersMask,
  phoneMask: entry.phoneMask,
  cameFrom: entry.cameFrom,
  arrivesOn: entry.arrivesOn,
  place: placeOf(entry.pathNames),
  placed: entry.placed,
  listTitle: entry.listTitle,
  deadline: entry.deadline,
  overdue: isOverdue(entry, now),
  status: entry.status,
  tries: entry.tries,
  triesNeeded: entry.triesNeeded,
  version: entry.version,
});

export const isOverdue = (entry: Pick<EntryDocument, 'status' | 'deadline'>, now: Dayjs): boolean =>
  entry.status === 'open' && entry.deadline < toTimestamp(now);
