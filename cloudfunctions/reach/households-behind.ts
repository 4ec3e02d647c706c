import type { ReachRow } from '../contracts';
import type { Context, Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { headOf } from '../registration/household-phone';
import { placeOf } from '../registration/household-view';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import type { Receipt, SheetDocument } from './sheet.document';

const AT_ONCE = 500;
/** A file as it is today, of which a list shows only by which number it is called. */
type File = Pick<HouseholdDocument, '_id' | 'people' | 'status'>;

/**
 * Files of households on a sheet that the caller sees, wherever they live by now: whoever moved is still told by the grid that counts them.
 */
export async function readFiles(
  database: Database,
  householdIds: readonly string[],
): Promise<Map<string, File>> {
  const found = new Map<string, File>();
  for (let from = 0; from < householdIds.length; from += AT_ONCE) {
    const part = householdIds.slice(from, from + AT_ONCE);
    const files = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).pick(
      ['people.personId', 'people.relation', 'people.phoneMask', 'people.name', 'status'],
      { _id: database.command.in(part) },
      { limit: AT_ONCE },
    );
    for (const file of files as File[]) found.set(file._id, file);
  }
  return found;
}

type Line = {
  sheet: Pick<SheetDocument, 'gridId' | 'pathNames'>;
  householdId: string;
  receipt: Receipt;
};

/** A household's line on a sheet. */
export const reachRow = (
  { sheet, householdId, receipt }: Line,
  file: File | undefined,
  { caller }: Pick<Context, 'caller'>,
): ReachRow => ({
  householdId,
  headName: receipt.headName,
  gridId: sheet.gridId,
  place: placeOf(sheet.pathNames),
  care: receipt.care,
  hasPhone: receipt.hasPhone,
  phoneMask: phoneMaskOf(file),
  closed: file === undefined || file.status === 'closed',
  delivered: receipt.delivered !== null,
  opened: receipt.opened !== null,
  read: receipt.read !== null,
  confirmed: receipt.confirmed !== null,
  told: receipt.told?.how ?? null,
  toldBy: receipt.told?.byName ?? null,
  toldAt: receipt.told?.at ?? null,
  toldByMe: receipt.told?.openid === caller.openid,
});

const phoneMaskOf = (file: File | undefined): string | null =>
  (file && headOf(file)?.phoneMask) ??
  file?.people.find(({ phoneMask }) => phoneMask !== null)?.phoneMask ??
  null;

/** One household's line, read for its answer. */
export async function oneRow(line: Line, context: Context): Promise<ReachRow> {
  const files = await readFiles(context.database, [line.householdId]);
  return reachRow(line, files.get(line.householdId), context);
}
