import writeXlsxFile from 'write-excel-file/universal';

type Value = string | number | Date | undefined;

/** A spreadsheet as Excel would save it: texts as texts, numbers as numbers, dates as dates. */
export async function spreadsheetOf(
  headings: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<Buffer> {
  const cell = (value: Value) => {
    if (value === undefined || value === '') return null;
    if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
    return typeof value === 'number' ? { value, type: Number } : { value, type: String };
  };
  const data = [headings.map((value) => ({ value, type: String })), ...rows.map((row) => row.map(cell))];
  return Buffer.from(await (await writeXlsxFile(data).toBlob()).arrayBuffer());
}
