import type * as z from 'zod';
import type { numbersContract } from '../contracts/numbers';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { readGridsBelow, readOwnGrid } from '../township/grid.repository';
import { type Counted, countReadings, nothingCounted, sumReturns } from './counts.repository';

type Input = z.output<typeof numbersContract.show.input>;
type Output = z.output<typeof numbersContract.show.output>;

/** One grid and those right below it: one sum over the lowest grids' counters, and two index counts for each grid that is shown. */
export async function showNumbers({ gridId }: Input, context: Context): Promise<Output> {
  const first = context.scope.kind === 'grids' ? context.scope.gridIds[0] : undefined;
  const grid = await readOwnGrid(context, gridId ?? first ?? '');
  const [below, sums, readings] = await Promise.all([
    readGridsBelow(context, grid._id),
    sumReturns(context.database, grid._id, grid.path.length),
    countReadings(context, grid._id),
  ]);
  const readingsBelow = await Promise.all(below.map(({ _id }) => countReadings(context, _id)));
  return {
    grid: { gridId: grid._id, name: grid.name, place: placeOf(grid.pathNames), level: grid.level },
    total: { ...[...sums.values()].reduce(plus, nothingCounted()), ...readings },
    below: below.map(({ _id, name }, i) => ({
      gridId: _id,
      name,
      ...(sums.get(_id) ?? nothingCounted()),
      missing: readingsBelow[i]?.missing ?? 0,
      in: readingsBelow[i]?.in ?? 0,
    })),
  };
}

const plus = (a: Counted, b: Counted): Counted => ({
  expected: a.expected + b.expected,
  arrived: a.arrived + b.arrived,
  released: a.released + b.released,
  alerts: a.alerts + b.alerts,
  measures: {
    freeMovement: a.measures.freeMovement + b.measures.freeMovement,
    healthMonitoring: a.measures.healthMonitoring + b.measures.healthMonitoring,
    homeObservation: a.measures.homeObservation + b.measures.homeObservation,
    temporaryIsolation: a.measures.temporaryIsolation + b.measures.temporaryIsolation,
    centralQuarantine: a.measures.centralQuarantine + b.measures.centralQuarantine,
  },
});
