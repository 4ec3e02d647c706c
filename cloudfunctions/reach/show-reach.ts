import type * as z from 'zod';
import type { ReachRow } from '../contracts';
import type { reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { placeOf } from '../registration/household-view';
import { readCounters, readSentNotice, readSheets, SHEETS_A_PAGE } from './reach.repository';
import { byGrid, careFirst, figuresOf, isBehind, sumOf } from './rules';
import type { Receipt, SheetDocument } from './sheet.document';

type Show = typeof reachContract.show;
type Households = typeof reachContract.households;

/** How far a notice has come in the caller's grids: one document read a team. */
export async function showReach(
  { noticeId }: { noticeId: string },
  context: Context,
): Promise<z.input<Show['output']>> {
  const notice = await readSentNotice(context, noticeId);
  const sheets = await readCounters(context, noticeId);
  // Nothing of it in the caller's grids: no more is said than that.
  if (sheets.length === 0 && notice.job === null) throw new AppError('NOT_FOUND', '没有找到这条通知');
  const own = context.caller.posts.map(({ gridPath }) => gridPath.length);
  return {
    title: notice.title,
    wanted: notice.wanted,
    urgent: notice.kind === 'urgent',
    complete: notice.job === null,
    total: sumOf(sheets.map(figuresOf)),
    grids: byGrid(sheets, Math.min(...own)),
  };
}

/** The households behind a figure, some sheets at a time: the work list of whoever rings them up. */
export async function listHouseholds(
  { noticeId, tab, gridId, after }: z.output<Households['input']>,
  context: Context,
): Promise<z.input<Households['output']>> {
  const sheets = await readSheets(context, noticeId, { gridId, after });
  const [first] = sheets;
  context.about({ gridPath: first?.gridPath ?? [] });
  const rows = sheets.flatMap((sheet) =>
    Object.entries(sheet.receipts)
      .filter(([, receipt]) => isBehind(tab, receipt, sheet.wanted))
      .sort(([, a], [, b]) => careFirst(a, b))
      .map(([householdId, receipt]) => reachRow(sheet, householdId, receipt)),
  );
  return { rows, next: sheets.length === SHEETS_A_PAGE ? (sheets.at(-1)?._id ?? null) : null };
}

export const reachRow = (
  { gridId, pathNames }: Pick<SheetDocument, 'gridId' | 'pathNames'>,
  householdId: string,
  receipt: Receipt,
): ReachRow => ({
  householdId,
  headName: receipt.headName,
  gridId,
  place: placeOf(pathNames),
  care: receipt.care,
  hasPhone: receipt.hasPhone,
  delivered: receipt.delivered !== null,
  opened: receipt.opened !== null,
  toldBy: receipt.told?.byName ?? null,
  toldAt: receipt.told?.at ?? null,
});
