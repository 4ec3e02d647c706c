import type { Context } from '../kernel/context';
import { COLUMN_NAMES, COLUMNS, EXPLAINED } from './columns';
import { readLowestGrids, readVillage } from './roster.repository';
import { writeSheets } from './sheet';
import { COLUMN_WIDTHS, ROSTER_SHEET } from './roster-sheet';

const EXPLANATION = { name: '填写说明', headings: ['这一列', '怎么填'], widths: [14, 80] };

/** An empty roster for a village: the headings, and a sheet that explains each and names the village's teams. */
export async function makeTemplate(
  { gridId }: { gridId: string },
  context: Context,
): Promise<{ fileName: string; base64: string }> {
  const village = await readVillage(context, gridId);
  const grids = await readLowestGrids(context, gridId);
  const names = grids.map(({ pathNames }) => pathNames.slice(village.path.length).join(''));
  const file = await writeSheets([
    {
      name: ROSTER_SHEET,
      headings: COLUMN_NAMES.map((column) => COLUMNS[column]),
      rows: [],
      widths: COLUMN_WIDTHS,
    },
    {
      ...EXPLANATION,
      rows: [
        ...COLUMN_NAMES.map((column) => [COLUMNS[column], EXPLAINED[column]]),
        ['本村的组', names.join('；')],
      ],
    },
  ]);
  return { fileName: `${village.name}花名册模板.xlsx`, base64: file.toString('base64') };
}
