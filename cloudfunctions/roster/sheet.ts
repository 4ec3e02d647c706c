import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { AppError } from '../kernel/errors';

/** A number as it stands in the file: to Excel an ID number typed without care is one, and has lost its last digits. */
export class SheetNumber {
  constructor(readonly written: string) {}
}
export type Cell = string | SheetNumber | boolean | Date | null;

const MB = 1024 * 1024;
export const MAX_FILE_BYTES = 5 * MB;
/** 5,000 people are about 3 MB of XML; what unpacks to far more is no roster. */
const MAX_UNPACKED_BYTES = 60 * MB;

/** The first sheet, row by row. Throws a refusal beside `fileId` for what isn't a spreadsheet that we can take. */
export async function readFirstSheet(file: Buffer): Promise<Cell[][]> {
  if (file.length > MAX_FILE_BYTES) throw unreadable('表格太大了，请分成几个文件导入');
  const bytes = new Uint8Array(file);
  try {
    if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) throw unreadable('表格太大了，请分成几个文件导入');
    const [sheet] = await readXlsxFile(bytes.buffer, {
      trim: true,
      parseNumber: (written) => new SheetNumber(written),
    });
    // The library's type for dates names the class, not its instances.
    return (sheet?.data ?? []) as unknown as Cell[][];
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('这个文件打不开。请用下载的模板填好，存成 xlsx 再选');
  }
}

/** What the archive says its files will unpack to; nothing is unpacked for it. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

export const unreadable = (message: string): AppError =>
  new AppError('INVALID_INPUT', message, { fileId: message });

export type Sheet = {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  widths: readonly number[];
};

/** A spreadsheet in which every cell is text: what looks like a formula stays words, and numbers keep their digits. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const file = writeXlsxFile(
    sheets.map(({ name, headings, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, format: '@' })),
        ...rows.map((row) =>
          row.map((value) => (value === '' ? null : { value, type: String, format: '@' })),
        ),
      ],
    })),
  );
  return Buffer.from(await (await file.toBlob()).arrayBuffer());
}
