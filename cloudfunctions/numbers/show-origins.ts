import type * as z from 'zod';
import type { Measure } from '../contracts/health';
import type { numbersContract } from '../contracts/numbers';
import { divisionName } from '../divisions/names';
import type { Context } from '../kernel/context';
import { readOwnGrid } from '../township/grid.repository';
import { nothingCounted } from './counts.repository';
import { countOrigins } from './origins.repository';

type Input = z.output<typeof numbersContract.origins.input>;
type Output = z.output<typeof numbersContract.origins.output>;

/** Provinces that people come from (境外 for abroad), the one with most people first. */
export async function showOrigins({ gridId }: Input, context: Context): Promise<Output> {
  const grid = await readOwnGrid(context, gridId);
  const byName = new Map<string, Record<Measure, number>>();
  for (const { code, measure, people } of await countOrigins(context.database, grid._id)) {
    const name = originName(code);
    const measures = byName.get(name) ?? nothingCounted().measures;
    byName.set(name, { ...measures, [measure]: measures[measure] + people });
  }
  const origins = [...byName].map(([name, measures]) => ({
    name,
    people: Object.values(measures).reduce((sum, people) => sum + people, 0),
    measures,
  }));
  return { origins: origins.sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'zh')) };
}

const originName = (code: string | null): string =>
  code === null ? '境外' : (divisionName(`${code.slice(0, 2)}0000`) ?? '其他地方');
