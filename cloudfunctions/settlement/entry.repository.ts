import type { Context, Database } from '../kernel/context';
import { type Documents, scoped } from '../kernel/documents';
import { type EntryDocument, SUPPLY_ENTRIES } from './entry.document';

type Reader = Pick<Context, 'database' | 'scope'>;

const entries = (context: Reader): Documents<EntryDocument> =>
  scoped<EntryDocument>(context, SUPPLY_ENTRIES, 'householdId');

/** More acts than one order has: each is somebody at a counter. */
const MOST_OF_AN_ORDER = 100;

/** All that moved at an order, in the order in which it happened. */
export const readEntriesOfOrder = async (context: Reader, orderId: string): Promise<EntryDocument[]> =>
  entries(context).find(
    { orderId },
    {
      orderBy: [
        ['at', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MOST_OF_AN_ORDER,
    },
  );

/** All that moved in a round, order after order, from after the id given. */
export const readEntriesOfRound = async (
  context: Reader,
  roundId: string,
  {
    kind,
    after,
    limit,
  }: { kind?: EntryDocument['kind'] | undefined; after?: string | undefined; limit: number },
): Promise<EntryDocument[]> =>
  entries(context).find(
    {
      roundId,
      ...(kind !== undefined && { kind }),
      ...(after !== undefined && { _id: context.database.command.gt(after) }),
    },
    { orderBy: [['_id', 'asc']], limit },
  );

export type BookedSums = {
  byCash: number;
  byPhone: number;
  corrections: { count: number; goods: number; money: number };
};

/** The sums of a round's entries: money by how it was paid, and corrections by themselves. One aggregation over one index. */
export async function sumEntries(database: Database, roundId: string): Promise<BookedSums> {
  const $ = database.command.aggregate;
  const { list } = (await database
    .collection(SUPPLY_ENTRIES)
    .aggregate()
    .match({ roundId })
    .group({
      _id: $.concat(['$kind', ' ', '$method']),
      kind: $.first('$kind'),
      method: $.first('$method'),
      count: $.sum(1),
      goods: $.sum('$goods'),
      money: $.sum('$money'),
    })
    .end()) as { list: (Pick<EntryDocument, 'kind' | 'method' | 'goods' | 'money'> & { count: number })[] };
  const booked = list.filter(({ kind }) => kind !== 'correction');
  const corrections = list.filter(({ kind }) => kind === 'correction');
  const sum = (rows: typeof list, of: 'count' | 'goods' | 'money') =>
    rows.reduce((total, row) => total + row[of], 0);
  return {
    byCash: sum(
      booked.filter(({ method }) => method === 'cash'),
      'money',
    ),
    byPhone: sum(
      booked.filter(({ method }) => method === 'phone'),
      'money',
    ),
    corrections: {
      count: sum(corrections, 'count'),
      goods: sum(corrections, 'goods'),
      money: sum(corrections, 'money'),
    },
  };
}
