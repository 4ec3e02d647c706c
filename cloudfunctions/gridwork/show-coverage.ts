import type * as z from 'zod';
import type { gridworkContract } from '../contracts/gridwork';
import { CareCategory } from '../contracts/person';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { type CoverageRow, sumBelow } from '../township/coverage.repository';
import { readOwnGrid } from '../township/grid.repository';
import { registeredOf, worstFirst } from '../township/rules';

type Input = z.output<typeof gridworkContract.coverage.input>;
type Output = z.output<typeof gridworkContract.coverage.output>;
type Coverage = Output['below'][number];

/** Coverage of one grid, those right below it, and whom to look after there: sums of the lowest grids' counters, and one grid read. */
export async function showCoverage({ gridId }: Input, context: Context): Promise<Output> {
  const first = context.scope.kind === 'grids' ? context.scope.gridIds[0] : undefined;
  const grid = await readOwnGrid(context, gridId ?? first ?? '');
  const rows = await sumBelow(context.database, [grid._id], grid.path.length);
  const total = (of: (row: CoverageRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    grid: {
      gridId: grid._id,
      name: grid.name,
      place: placeOf(grid.pathNames),
      level: grid.level,
      known: total(({ known }) => known),
      registered: total(registeredOf),
      verified: total(({ verified }) => verified),
      rostered: total(({ rostered }) => rostered),
    },
    below: rows
      .filter(({ isOwn }) => !isOwn)
      .map(coverageOf)
      .sort(worstFirst),
    care: CareCategory.options
      .map((category) => ({ category, people: total(({ care }) => care[category]) }))
      .filter(({ people }) => people > 0),
  };
}

const coverageOf = (row: CoverageRow): Coverage => ({
  gridId: row.gridId,
  name: row.pathNames.at(-1) ?? '',
  known: row.known,
  registered: registeredOf(row),
  verified: row.verified,
  rostered: row.rostered,
});
