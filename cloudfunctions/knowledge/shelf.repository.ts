import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Scope } from '../kernel/scope';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import { SHEETS } from '../reach/sheet.document';
import { type GridDocument, GRIDS } from '../township/grid.document';

type Reader = Pick<Context, 'database'>;
/** What everybody may read: no scope narrows it, and only notices for everybody leave. */
const noticesOf = ({ database }: Reader) => unscoped<NoticeDocument>(database, NOTICES);

/** A library, not an archive. */
const MOST = 100;
/** An environment serves a township, or the townships of a county. */
const MOST_TOWNS = 200;

export const shelfIdOf = (key: string, townId: string): string => `shelf-${key}-${townId}`;

/** Which edition of which text stands on a town's shelf. */
export async function readEditions(context: Reader, townId: string): Promise<Map<string, number>> {
  const shelf = await noticesOf(context).pick(
    ['shelf'],
    { gridIds: townId, kind: 'knowledge', shelf: context.database.command.exists(true) },
    { limit: MOST },
  );
  return new Map(shelf.flatMap((one) => (one.shelf ? [[one.shelf.key, one.shelf.edition] as const] : [])));
}

/** False when somebody else placed it in this moment. */
export const addToShelf = async (context: Reader, notice: NoticeDocument): Promise<boolean> =>
  noticesOf(context).insert(notice);

export const replaceOnShelf = async (
  context: Reader,
  _id: string,
  { title, body, source, shelf }: Pick<NoticeDocument, 'title' | 'body' | 'source' | 'shelf'>,
): Promise<boolean> => {
  const { command } = context.database;
  return (
    (await noticesOf(context).update(
      { _id, 'shelf.edition': command.lt(shelf?.edition ?? 0) },
      {
        title,
        body: command.set(body),
        source: command.set(source),
        shelf: command.set(shelf),
        version: command.inc(1),
      },
    )) === 1
  );
};

const ROW = [
  'title',
  'body',
  'source',
  'publishedAt',
  'validUntil',
  'shareKey',
  'audience',
  'shelf',
  'order',
] as const;
export type LibraryNotice = Pick<NoticeDocument, '_id' | (typeof ROW)[number]>;

/** Published knowledge for the grids above a place, newest first; the shelf's texts among it. */
export const readLibrary = async (context: Reader, gridPath: readonly string[]): Promise<LibraryNotice[]> =>
  noticesOf(context).pick(
    ROW,
    { gridIds: context.database.command.in([...gridPath]), kind: 'knowledge', status: 'published' },
    { orderBy: [['order', 'desc']], limit: MOST },
  );

export const readTowns = async ({ database }: Reader): Promise<GridDocument[]> =>
  unscoped<GridDocument>(database, GRIDS).find(
    { parentId: null },
    {
      orderBy: [
        ['order', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MOST_TOWNS,
    },
  );

/** How many households of some grids opened each of some notices: one sum. */
export async function countOpened(
  { database }: Reader,
  scope: Scope,
  noticeIds: readonly string[],
): Promise<Map<string, number>> {
  if (scope.kind !== 'grids' || noticeIds.length === 0) return new Map();
  const { command } = database;
  const { list } = (await database
    .collection(SHEETS)
    .aggregate()
    .match({ noticeId: command.in([...noticeIds]), gridPath: command.in([...scope.gridIds]) })
    .group({ _id: '$noticeId', opened: command.aggregate.sum('$counts.opened') })
    .limit(MOST)
    .end()) as { list: { _id: string; opened: number }[] };
  return new Map(list.map(({ _id, opened }) => [_id, opened]));
}
