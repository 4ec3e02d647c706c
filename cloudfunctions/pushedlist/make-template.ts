import { writeSheets } from '../roster/sheet';
import { COLUMN_NAMES, COLUMN_WIDTHS, COLUMNS, EXPLAINED } from './columns';

/** An empty list: the headings, and a sheet that explains each. */
export async function makeTemplate(): Promise<{ fileName: string; base64: string }> {
  const file = await writeSheets([
    {
      name: '名单',
      headings: COLUMN_NAMES.map((column) => COLUMNS[column]),
      rows: [],
      widths: COLUMN_WIDTHS,
    },
    {
      name: '填写说明',
      headings: ['这一列', '怎么填'],
      rows: COLUMN_NAMES.map((column) => [COLUMNS[column], EXPLAINED[column]]),
      widths: [14, 80],
    },
  ]);
  return { fileName: '推送名单模板.xlsx', base64: file.toString('base64') };
}
