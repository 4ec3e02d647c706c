import type { Context } from '../kernel/context';
import { type Condition, unscoped } from '../kernel/documents';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';
import type { AreaCursor, RulebookCursor, Target } from './sweep.document';

type Reader = Pick<Context, 'database'>;
export type WalkPage = { declarations: DeclarationDocument[]; next: string | null };

/** Some declarations of a town that a change of its rules may touch, behind a cursor; `next` is null at the end. */
export const readWalkPage = async (
  reader: Reader,
  townId: string,
  target: Target,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<WalkPage> =>
  target.kind === 'areas'
    ? byStays(reader, townId, target.spans, { cursor, limit })
    : byArrival(reader, townId, { cursor, limit });

/** What a cursor holds came from here, through a document or the phone; anything else begins anew. */
function openCursor<T>(cursor: string | null, isOne: (value: Partial<T>) => boolean): T | null {
  if (cursor === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && isOne(value) ? (value as T) : null;
  } catch {
    return null;
  }
}

const closeCursor = (cursor: AreaCursor | RulebookCursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/**
 * Along the index over stays: as many documents as there are stays in those places since that day, however many declarations the town
 * has. One with stays in two of the places is met at the first of them only.
 */
async function byStays(
  reader: Reader,
  townId: string,
  spans: readonly { code: string; from: string }[],
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<WalkPage> {
  const from = openCursor<AreaCursor>(
    cursor,
    ({ position, lastStayDate, id }) =>
      Number.isInteger(position) && typeof lastStayDate === 'string' && typeof id === 'string',
  );
  const position = from?.position ?? 0;
  const span = spans[position];
  if (span === undefined) return { declarations: [], next: null };
  const behind = { lastStayDate: span.from, id: '', ...(from?.lastStayDate !== '' && from) };
  const found = await readStaysBehind(reader, span.code, behind, limit);
  const last = found.at(-1);
  const isMore = last !== undefined && found.length === limit;
  const next = isMore
    ? { position, lastStayDate: last.lastStayDate, id: last._id }
    : { position: position + 1, lastStayDate: '', id: '' };
  const isFirstMet = ({ stayCodes, lastStayDate }: DeclarationDocument) =>
    !spans.slice(0, position).some(({ code, from: day }) => stayCodes.includes(code) && lastStayDate >= day);
  return {
    declarations: found.filter((one) => one.gridPath[0] === townId && isFirstMet(one)),
    next: isMore || position + 1 < spans.length ? closeCursor(next) : null,
  };
}

/** Behind one document in the order of the index: what is left of its day, then the days after. Two ranges, both of the index. */
async function readStaysBehind(
  { database }: Reader,
  code: string,
  { lastStayDate, id }: { lastStayDate: string; id: string },
  limit: number,
): Promise<DeclarationDocument[]> {
  const { command } = database;
  const read = async (condition: Condition, most: number) =>
    unscoped<DeclarationDocument>(database, DECLARATIONS).find(
      { stayCodes: code, ...condition },
      {
        orderBy: [
          ['lastStayDate', 'asc'],
          ['_id', 'asc'],
        ],
        limit: most,
      },
    );
  if (id === '') return read({ lastStayDate: command.gte(lastStayDate) }, limit);
  const sameDay = await read({ lastStayDate, _id: command.gt(id) }, limit);
  if (sameDay.length === limit) return sameDay;
  return [...sameDay, ...(await read({ lastStayDate: command.gt(lastStayDate) }, limit - sameDay.length))];
}

/** Everybody who is on the way, then everybody who is here, in the order of the queue. */
async function byArrival(
  { database }: Reader,
  townId: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<WalkPage> {
  const { status, queueKey } = openCursor<RulebookCursor>(
    cursor,
    (value) =>
      (value.status === 'declared' || value.status === 'checked') && typeof value.queueKey === 'string',
  ) ?? { status: 'declared' as const, queueKey: '' };
  const found = await unscoped<DeclarationDocument>(database, DECLARATIONS).find(
    { gridPath: townId, status, queueKey: database.command.gt(queueKey) },
    { orderBy: [['queueKey', 'asc']], limit },
  );
  const last = found.at(-1);
  if (last !== undefined && found.length === limit)
    return { declarations: found, next: closeCursor({ status, queueKey: last.queueKey }) };
  const isEnd = status === 'checked';
  return { declarations: found, next: isEnd ? null : closeCursor({ status: 'checked', queueKey: '' }) };
}
