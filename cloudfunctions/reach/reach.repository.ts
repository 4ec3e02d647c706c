import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { type Receipt, type SheetDocument, SHEETS, sheetIdOf, STAFF } from './sheet.document';

/** A town has a few hundred teams. */
const MOST_TEAMS = 1_000;
/** Sheets at a time, when the households on them are listed. */
export const SHEETS_A_PAGE = 5;
/** Sheets of several notices at a time: more than one grid has, so that each page holds at least one grid whole. */
const TASK_SHEETS = 60;

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

/** The counters of a notice in the caller's grids, one document a team and one for the staff, without anybody's name. */
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
      gridId: command.neq(STAFF),
      ...(gridId !== undefined && { gridPath: gridId }),
      ...(after !== undefined && { _id: command.gt(after) }),
    },
    { orderBy: [['_id', 'asc']], limit: SHEETS_A_PAGE },
  );
};

/** The people on duty who get a notice, for whoever sees the whole of its grids. */
export const readStaffSheet = async (
  context: Pick<Context, 'database' | 'scope'>,
  noticeId: string,
): Promise<SheetDocument | null> => sheetsOf(context).get(sheetIdOf(noticeId, STAFF));

/** The sheets of some notices in the caller's grids, grid by grid; `next` is the last grid that is whole. */
export async function readTaskSheets(
  context: Pick<Context, 'database' | 'scope'>,
  noticeIds: readonly string[],
  after: string | undefined,
): Promise<{ sheets: SheetDocument[]; next: string | null }> {
  const { command } = context.database;
  if (noticeIds.length === 0) return { sheets: [], next: null };
  const teams = command.neq(STAFF);
  const sheets = await sheetsOf(context).find(
    {
      noticeId: command.in([...noticeIds]),
      gridId: after === undefined ? teams : teams.and(command.gt(after)),
    },
    { orderBy: [['gridId', 'asc']], limit: TASK_SHEETS },
  );
  if (sheets.length < TASK_SHEETS) return { sheets, next: null };
  const cut = sheets.at(-1)?.gridId;
  const whole = sheets.filter(({ gridId }) => gridId !== cut);
  return { sheets: whole, next: whole.at(-1)?.gridId ?? null };
}

/** How many households of the caller's grids each of some notices has still to reach. */
export async function countUnknowing(
  context: Pick<Context, 'database' | 'scope'>,
  noticeIds: readonly string[],
): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  if (noticeIds.length === 0) return left;
  const { command } = context.database;
  for (let skip = 0; ; skip += MOST_TEAMS) {
    const sheets = (await sheetsOf(context).pick(
      ['noticeId', 'households', 'counts.known'],
      { noticeId: command.in([...noticeIds]), gridId: command.neq(STAFF) },
      { orderBy: [['gridId', 'asc']], limit: MOST_TEAMS, skip },
    )) as SheetDocument[];
    for (const { noticeId, households, counts } of sheets)
      left.set(noticeId, (left.get(noticeId) ?? 0) + households - counts.known);
    if (sheets.length < MOST_TEAMS) return left;
  }
}

/** True when a household stands on a list of the caller's grids for this notice, wherever it lives by now. */
export const isCountedHere = async (
  context: Pick<Context, 'database' | 'scope'>,
  noticeId: string,
  householdId: string,
): Promise<SheetDocument['gridPath'] | null> => {
  const [sheet] = await sheetsOf(context).pick(
    ['gridPath'],
    { noticeId, householdIds: householdId },
    { limit: 1 },
  );
  return sheet?.gridPath ?? null;
};

export type Line = { noticeId: string; gridId: string; householdId: string };
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
