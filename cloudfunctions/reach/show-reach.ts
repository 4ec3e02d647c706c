import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readFiles, reachRow } from './households-behind';
import { readCounters, readSentNotice, readSheets, SHEETS_A_PAGE } from './reach.repository';
import { byGrid, careFirst, figuresOf, isBehind, sumOf } from './rules';
import { STAFF } from './sheet.document';

type Show = typeof reachContract.show;
type Households = typeof reachContract.households;

/** How far a notice has come in the caller's grids: one document read a team. */
export async function showReach(
  { noticeId }: { noticeId: string },
  context: Context,
): Promise<z.input<Show['output']>> {
  const notice = await readSentNotice(context, noticeId);
  const counters = await readCounters(context, noticeId);
  const sheets = counters.filter(({ gridId }) => gridId !== STAFF);
  const staff = counters.find(({ gridId }) => gridId === STAFF);
  // Nothing of it in the caller's grids: no more is said than that.
  if (counters.length === 0 && notice.job === null) throw new AppError('NOT_FOUND', '没有找到这条通知');
  const own = context.caller.posts.map(({ gridPath }) => gridPath.length);
  return {
    title: notice.title,
    kind: notice.kind,
    status: notice.status,
    wanted: notice.wanted,
    urgent: notice.kind === 'urgent',
    validUntil: notice.validUntil,
    replacedBy: notice.replacedBy,
    complete: notice.job === null,
    total: sumOf(sheets.map(figuresOf)),
    grids: byGrid(sheets, Math.min(...own)),
    staff: staff
      ? { people: staff.households, opened: staff.counts.opened, known: staff.counts.known }
      : null,
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
  const lines = sheets.flatMap((sheet) =>
    Object.entries(sheet.receipts)
      .filter(([, receipt]) => isBehind(tab, receipt, sheet.wanted))
      .sort(([, a], [, b]) => careFirst(a, b))
      .map(([householdId, receipt]) => ({ sheet, householdId, receipt })),
  );
  const files = await readFiles(
    context.database,
    lines.map(({ householdId }) => householdId),
  );
  return {
    rows: lines.map((line) => reachRow(line, files.get(line.householdId), context)),
    next: sheets.length === SHEETS_A_PAGE ? (sheets.at(-1)?._id ?? null) : null,
  };
}
