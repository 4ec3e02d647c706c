import type { NoticeKind } from '../contracts/notice';
import type { Context, Database } from '../kernel/context';
import { type Condition, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { HEAD } from './head-view';

const INBOX_HEAD = [...HEAD, 'wanted', 'pinned', 'order', 'olderIds', 'audience', 'validUntil'] as const;
export type NoticeHead = Pick<NoticeDocument, '_id' | (typeof INBOX_HEAD)[number]>;

export async function readOwnHousehold(context: Context): Promise<HouseholdDocument> {
  const [household] = await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').find({}, { limit: 1 });
  if (!household) throw new AppError('UNREGISTERED', '您还没有登记。请先给自家登记，再看通知');
  return household;
}

/** Notices that went out to the grids above a household, newest first; those with tags among them that are not for it. */
export const readHeads = async (
  database: Database,
  gridPath: readonly string[],
  {
    kind,
    words,
    after,
  }: { kind?: NoticeKind | undefined; words?: string | undefined; after?: string | undefined },
  limit: number,
): Promise<NoticeHead[]> => {
  const { command } = database;
  const condition: Condition = {
    gridIds: command.in([...gridPath]),
    status: command.in(['published', 'withdrawn']),
    // One that was withdrawn before it went out reached nobody.
    publishedAt: command.neq(null),
    // The library's own texts were sent to nobody.
    shelf: command.exists(false),
    ...(kind !== undefined && { kind }),
    ...(words !== undefined && { title: database.RegExp({ regexp: escaped(words), options: 'i' }) }),
    ...(after !== undefined && { order: command.lt(after) }),
  };
  return unscoped<NoticeDocument>(database, NOTICES).pick(INBOX_HEAD, condition, {
    orderBy: [['order', 'desc']],
    limit,
  });
};

/** The notice that a key was made for, whoever asks: the key is what lets them. */
export const findByShareKey = async (
  { database }: Pick<Context, 'database'>,
  shareKey: string,
): Promise<NoticeDocument | null> =>
  (await unscoped<NoticeDocument>(database, NOTICES).find({ shareKey }, { limit: 1 }))[0] ?? null;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Under which measures somebody of the household is. */
export const readOwnMeasures = async (context: Context): Promise<Set<ObservationDocument['measure']>> => {
  const observations = await scoped<ObservationDocument>(context, OBSERVATIONS, 'householdId').pick(
    ['measure'],
    { status: context.database.command.in(['active', 'paused', 'releasing']) },
  );
  return new Set(observations.map(({ measure }) => measure));
};
