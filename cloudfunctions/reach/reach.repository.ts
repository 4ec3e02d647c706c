import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { type Receipt, type SheetDocument, SHEETS, sheetIdOf } from './sheet.document';

/** A town has a few hundred teams. */
const MOST_TEAMS = 1_000;
/** Sheets at a time, when the households on them are listed. */
export const SHEETS_A_PAGE = 5;

/** Sheets of the caller's grids; a household's own line is not read this way. */
const sheetsOf = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<SheetDocument>(context, SHEETS, null);

const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这条通知');

/** A notice that went out, for staff to whose grids it went; whose notice it is does not matter. */
export async function readSentNotice(
  context: Pick<Context, 'database'>,
  noticeId: string,
): Promise<NoticeDocument> {
  const notice = await readAnyNotice(context, noticeId);
  if (!notice?.publishedAt) throw notFound();
  return notice;
}

export type Counted = Pick<
  SheetDocument,
  '_id' | 'gridId' | 'gridPath' | 'pathNames' | 'households' | 'counts'
>;

/** The counters of a notice in the caller's grids, one document a team, without anybody's name. */
export const readCounters = async (
  context: Pick<Context, 'database' | 'scope'>,
  noticeId: string,
): Promise<Counted[]> =>
  sheetsOf(context).pick(
    ['gridId', 'gridPath', 'pathNames', 'households', 'counts'],
    { noticeId },
    { orderBy: [['_id', 'asc']], limit: MOST_TEAMS },
  );

/** Some sheets with their households, in the caller's grids or in one of them; behind the one whose id is given. */
export const readSheets = async (
  context: Pick<Context, 'database' | 'scope'>,
  noticeId: string,
  { gridId, after }: { gridId?: string | undefined; after?: string | undefined },
): Promise<SheetDocument[]> => {
  const { command } = context.database;
  return sheetsOf(context).find(
    {
      noticeId,
      ...(gridId !== undefined && { gridPath: gridId }),
      ...(after !== undefined && { _id: command.gt(after) }),
    },
    { orderBy: [['_id', 'asc']], limit: SHEETS_A_PAGE },
  );
};

type Line = { noticeId: string; gridId: string; householdId: string };
const lineNotFound = (): AppError => new AppError('NOT_FOUND', '名单上没有找到这一家');

/** One household's line in the caller's grids. */
export async function readLine(
  context: Context,
  { noticeId, gridId, householdId }: Line,
): Promise<{
  sheet: Pick<SheetDocument, '_id' | 'gridId' | 'gridPath' | 'pathNames' | 'wanted'>;
  receipt: Receipt;
}> {
  const [sheet] = await sheetsOf(context).pick(
    ['gridId', 'gridPath', 'pathNames', 'wanted', `receipts.${householdId}`],
    { _id: sheetIdOf(noticeId, gridId), householdIds: householdId },
    { limit: 1 },
  );
  const receipt = (sheet as SheetDocument | undefined)?.receipts[householdId];
  if (!sheet || !receipt) throw lineNotFound();
  return { sheet, receipt };
}

/**
 * Writes that a household was told, with its counters, unless somebody told it already. It is one more that knows, unless it did what was asked by
 * itself; two writes of which one applies.
 */
export async function writeTold(
  context: Context,
  { noticeId, gridId, householdId }: Line,
  told: NonNullable<Receipt['told']>,
  wanted: SheetDocument['wanted'],
): Promise<boolean> {
  const { command } = context.database;
  const own = `receipts.${householdId}`;
  const done = `${own}.${wanted === 'confirm' ? 'confirmed' : 'read'}`;
  const line = { _id: sheetIdOf(noticeId, gridId), householdIds: householdId, [`${own}.told`]: null };
  const change = { [`${own}.told`]: command.set(told), [`counts.${told.how}`]: command.inc(1) };
  const sheets = sheetsOf(context);
  return (
    (await sheets.update({ ...line, [done]: null }, { ...change, 'counts.known': command.inc(1) })) === 1 ||
    (await sheets.update({ ...line, [done]: command.gt('') }, change)) === 1
  );
}

/** Takes a tick back, by whoever made it. */
export async function removeTold(
  context: Context,
  { noticeId, gridId, householdId }: Line,
  { how, openid }: NonNullable<Receipt['told']>,
  wanted: SheetDocument['wanted'],
): Promise<boolean> {
  const { command } = context.database;
  const own = `receipts.${householdId}`;
  const done = `${own}.${wanted === 'confirm' ? 'confirmed' : 'read'}`;
  const line = { _id: sheetIdOf(noticeId, gridId), [`${own}.told.openid`]: openid };
  const change = { [`${own}.told`]: null, [`counts.${how}`]: command.inc(-1) };
  const sheets = sheetsOf(context);
  return (
    (await sheets.update({ ...line, [done]: null }, { ...change, 'counts.known': command.inc(-1) })) === 1 ||
    (await sheets.update({ ...line, [done]: command.gt('') }, change)) === 1
  );
}
