import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { rosterContract } from '../contracts/roster';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { COLUMN_NAMES, COLUMNS } from './columns';
import { keepExport, readFilesOfVillage } from './export.repository';
import { MAX_ROWS } from './roster-rows';
import { readVillage } from './roster.repository';
import { COLUMN_WIDTHS, ROSTER_SHEET, rowsOfFiles } from './roster-sheet';
import { writeSheets } from './sheet';

type Input = z.output<typeof rosterContract.export.input>;
type Output = z.output<typeof rosterContract.export.output>;

/** Long enough for a slow phone to fetch it, too short to pass the address on. */
const MINUTES_THERE = 10;

/** The village's households as a spreadsheet with numbers in the clear. Whoever asks says why, and that is recorded before it leaves. */
export async function exportRoster({ gridId, reason }: Input, context: Context): Promise<Output> {
  context.about({ reason });
  const village = await readVillage(context, gridId);
  context.about({ gridPath: village.path });
  const files = await readFilesOfVillage(context, gridId, MAX_ROWS);
  if (files === null) throw new AppError('CONFLICT', `本村登记的人超过 ${MAX_ROWS}，一个表格装不下`);
  const rows = rowsOfFiles(files, village.path.length, context.vault);
  const content = await writeSheets([
    {
      name: ROSTER_SHEET,
      headings: COLUMN_NAMES.map((column) => COLUMNS[column]),
      rows,
      widths: COLUMN_WIDTHS,
    },
  ]);

  // One file for one person and village: should a call be killed before it is noted down, the next one writes over it.
  const name = createHash('sha256')
    .update(`export:${context.caller.openid}:${gridId}`)
    .digest('hex')
    .slice(0, 32);
  const fileId = await context.files.write(`roster-exports/${name}.xlsx`, content);
  const expiresAt = toTimestamp(context.now.add(MINUTES_THERE, 'minute'));
  await keepExport(context, { _id: name, fileId, expiresAt });
  return {
    url: await context.files.temporaryUrl(fileId, MINUTES_THERE * 60),
    fileName: `${village.name}花名册${toCalendarDate(context.now)}.xlsx`,
    people: rows.length,
    households: files.length,
    expiresAt,
  };
}
