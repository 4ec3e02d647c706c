import type { Plan } from './planner';
import type { EntryRow, KeyRange, Reader, StoredRow } from './storage';

const FIRST_PAGE = 16;
const LARGEST_PAGE = 1024;

/** All documents of a collection in insertion order, page by page. */
export function* scanAll(reader: Reader, collection: number): Generator<StoredRow> {
  let after = 0;
  let page = FIRST_PAGE;
  for (;;) {
    const rows = reader.scan(collection, after, page);
    yield* rows;
    if (rows.length < page) return;
    after = rows.at(-1)!.seq;
    page = Math.min(page * 4, LARGEST_PAGE);
  }
}

/**
 * The documents of a plan's ranges, each once. A plan that sorts merges its ranges by what follows their pinned
 * prefixes, so that the first rows are the first in the order asked for and a limit can stop early.
 */
export function* planned(reader: Reader, plan: Plan, wanted: number): Generator<StoredRow> {
  const seen = plan.ranges.length > 1 || !plan.once ? new Set<number>() : undefined;
  const streams = plan.ranges.map(
    (range, i) => new Stream(reader, range, plan, plan.sortOffsets[i]!, wanted),
  );
  const rows = plan.sorted && streams.length > 1 ? merged(streams, plan.backwards) : inTurn(streams);
  for (const row of rows) {
    if (seen?.has(row.seq)) continue;
    seen?.add(row.seq);
    yield row;
  }
}

/** The documents of several plans, each once, in no order. */
export function* united(reader: Reader, plans: readonly Plan[], wanted: number): Generator<StoredRow> {
  const seen = new Set<number>();
  for (const plan of plans) {
    for (const row of planned(reader, plan, wanted)) {
      if (seen.has(row.seq)) continue;
      seen.add(row.seq);
      yield row;
    }
  }
}

/** How many documents an exact plan finds, from the index alone. */
export function countPlanned(reader: Reader, plan: Plan): number {
  const [only, ...others] = plan.ranges;
  if (plan.once && only && others.length === 0) return reader.countIn(only);
  const seqs = plan.ranges.flatMap((range) => reader.seqsIn(range));
  return new Set(seqs).size;
}

class Stream {
  #page: EntryRow[] = [];
  #at = 0;
  #size: number;
  #ended = false;

  constructor(
    private readonly reader: Reader,
    private readonly range: KeyRange,
    private readonly plan: Plan,
    private readonly sortOffset: number,
    wanted: number,
  ) {
    this.#size = Math.min(Math.max(wanted, 1), LARGEST_PAGE);
  }

  /** The row at the front, read when first looked at. */
  peek(): EntryRow | undefined {
    if (this.#at === this.#page.length && !this.#ended) {
      this.#page = this.reader.entries(this.range, this.#page.at(-1), this.#size, this.plan.backwards);
      this.#ended = this.#page.length < this.#size;
      this.#at = 0;
      this.#size = Math.min(this.#size * 4, LARGEST_PAGE);
    }
    return this.#page[this.#at];
  }

  next(): EntryRow | undefined {
    const row = this.peek();
    if (row) this.#at++;
    return row;
  }

  sortKey(row: EntryRow): Buffer {
    return row.key.subarray(this.sortOffset);
  }
}

function* inTurn(streams: readonly Stream[]): Generator<EntryRow> {
  for (const stream of streams) {
    for (let row = stream.next(); row; row = stream.next()) yield row;
  }
}

function* merged(streams: readonly Stream[], backwards: boolean): Generator<EntryRow> {
  const sign = backwards ? -1 : 1;
  for (;;) {
    let first: Stream | undefined;
    let firstRow: EntryRow | undefined;
    for (const stream of streams) {
      const row = stream.peek();
      if (!row) continue;
      const order = firstRow ? sign * Buffer.compare(stream.sortKey(row), first!.sortKey(firstRow)) : -1;
      if (order < 0 || (order === 0 && sign * (row.seq - firstRow!.seq) < 0)) {
        [first, firstRow] = [stream, row];
      }
    }
    if (!first) return;
    yield first.next()!;
  }
}
