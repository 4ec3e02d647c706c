import { toTimestamp } from '../kernel/clock';
import type { Caller, Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { makeSheetOf } from '../reach/make-sheets';
import { emptyReceipt } from '../reach/receipt';
import { findSheetOf, joinSheet, writeStep } from '../reach/sheet.repository';
import { sheetIdOf, type Step } from '../reach/sheet.document';
import { forHousehold } from './for-household';
import { readOwnHousehold } from './inbox.repository';

/** Accounts made before others could join are the heads'. */
export const personOf = ({ personId }: Pick<Caller, 'personId'>): string => personId ?? 'head';

const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这条通知，可能已经撤下了');

/** Three calls to the database: who calls, the notice, and the household's line on its grid's sheet. */
export async function takeStep(
  { noticeId, gridId, seen = false }: { noticeId: string; gridId?: string | undefined; seen?: boolean },
  step: Step,
  context: Context,
): Promise<{ notice: NoticeDocument; gridId: string }> {
  const { caller, database, now } = context;
  const householdId = caller.householdId ?? '';
  const notice = await readAnyNotice(context, noticeId);
  if (!notice?.publishedAt) throw notFound();
  const act = { householdId, personId: personOf(caller), step, at: toTimestamp(now) };
  const write = (grid: string) =>
    writeStep(database, { ...act, sheetId: sheetIdOf(noticeId, grid), again: seen }, notice.wanted);
  if (gridId !== undefined && (await write(gridId))) return { notice, gridId };
  const counted = await findPlace(notice, householdId, context);
  // Nothing written here means that it was written before, in this very second.
  await write(counted);
  return { notice, gridId: counted };
}

/** On which sheet the household stands: where it lived at publishing, or where it joins now because it came later. */
async function findPlace(notice: NoticeDocument, householdId: string, context: Context): Promise<string> {
  const { database, now } = context;
  const sheet = await findSheetOf(database, [notice._id], householdId);
  if (sheet) return sheet.gridId;
  const household = await readOwnHousehold(context);
  const [own] = await forHousehold([notice], household, context);
  // Whoever was told what was wrong is told what is right, though they have left the audience since.
  const place = own ? household : await findSheetOf(database, notice.olderIds, householdId);
  if (!place) throw notFound();
  // The timer may not have come to this grid yet, or nobody lived there when it did.
  await makeSheetOf(context, notice, place);
  await joinSheet(database, sheetIdOf(notice._id, place.gridId), householdId, {
    ...emptyReceipt(household, true),
    joinedAt: toTimestamp(now),
  });
  return place.gridId;
}
