import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { CoverageDocument } from '../../../cloudfunctions/township/grid.document';
import type { Township } from '../../support/township';

type Counted = Exclude<HouseholdDocument['status'], 'closed'>;
const STATUSES: readonly Counted[] = ['rostered', 'submitted', 'verified', 'returned'];

/** What the counters say, grid by grid, as `<grid> <status>: n`; zeros left out. */
export function countersOf(township: Pick<Township, 'documents'>): string[] {
  return township
    .documents<CoverageDocument>('coverage')
    .flatMap((grid) => STATUSES.map((status) => [grid._id, status, grid[status]] as const))
    .filter(([, , count]) => count !== 0)
    .map(([gridId, status, count]) => `${gridId} ${status}: ${count}`)
    .sort();
}

/** The same, counted out of the files themselves; closed ones count nowhere. */
export function countedFiles(township: Pick<Township, 'documents'>): string[] {
  const counts = new Map<string, number>();
  for (const { gridId, status } of township.documents<HouseholdDocument>('households')) {
    if (status === 'closed') continue;
    const key = `${gridId} ${status}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${key}: ${count}`).sort();
}

/** 七类人 by the counters, as `<grid> <category>: n`; zeros left out. */
export const careCountersOf = (township: Pick<Township, 'documents'>): string[] =>
  township
    .documents<CoverageDocument>('coverage')
    .flatMap(({ _id, care }) =>
      Object.entries(care).map(([category, count]) => [_id, category, count] as const),
    )
    .filter(([, , count]) => count !== 0)
    .map(([gridId, category, count]) => `${gridId} ${category}: ${count}`)
    .sort();

/** The same, counted out of the people on file. */
export function countedCare(township: Pick<Township, 'documents'>): string[] {
  const counts = new Map<string, number>();
  for (const { gridId, status, people } of township.documents<HouseholdDocument>('households'))
    if (status !== 'closed')
      for (const category of people.flatMap(({ careCategories }) => careCategories))
        counts.set(`${gridId} ${category}`, (counts.get(`${gridId} ${category}`) ?? 0) + 1);
  return [...counts].map(([key, count]) => `${key}: ${count}`).sort();
}
