import type { Database } from '../kernel/context';
import { readOnFile } from './audience-households';
import { knows } from './rules';
import { leaveSheet, readSheetsIn } from './sheet.repository';

/**
 * Households that are on file no more (moved away for good, merged into another, deleted) leave the lists of some grids: there is nobody to tell.
 * Those that knew stay counted. `present`: households that are known to be on file.
 */
export async function dropGone(
  database: Database,
  { noticeId, gridIds }: { noticeId: string; gridIds: readonly string[] },
  present: ReadonlySet<string>,
): Promise<void> {
  const unsure = (await readSheetsIn(database, noticeId, gridIds)).flatMap(({ _id, receipts, wanted }) =>
    Object.entries(receipts).flatMap(([householdId, receipt]) =>
      present.has(householdId) || knows(receipt, wanted) ? [] : [{ sheetId: _id, householdId, receipt }],
    ),
  );
  const onFile = await readOnFile(
    database,
    unsure.map(({ householdId }) => householdId),
  );
  for (const { sheetId, householdId, receipt } of unsure)
    if (!onFile.has(householdId)) await leaveSheet(database, sheetId, householdId, receipt);
}
