import { writeSheets } from '../roster/sheet';
import { AREA_COLUMN_NAMES, AREA_COLUMNS, AREA_SHEET, AREA_WIDTHS, EXPLAINED } from './area-columns';

/** An empty list of areas: the headings, and a sheet that explains each. */
export async function makeAreaTemplate(): Promise<{ fileName: string; base64: string }> {
  const file = await writeSheets([
    {
      name: AREA_SHEET,
      headings: AREA_COLUMN_NAMES.map((column) => AREA_COLUMNS[column]),
      rows: [],
      widths: AREA_WIDTHS,
    },
    {
      name: '填写说明',
      headings: ['这一列', '怎么填'],
      widths: [16, 80],
      rows: AREA_COLUMN_NAMES.map((column) => [AREA_COLUMNS[column], EXPLAINED[column]]),
    },
  ]);
  return { fileName: '风险区域模板.xlsx', base64: file.toString('base64') };
}
