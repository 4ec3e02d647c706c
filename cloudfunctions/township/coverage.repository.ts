import { CareCategory } from '../contracts/person';
import type { Context, Database } from '../kernel/context';
import { COVERAGE } from './grid.document';
import type { CareCounts, Counts } from './rules';

/** Counters of one grid right below a jurisdiction, with everything below it; or those that the jurisdiction's own grid holds itself. */
export type CoverageRow = Counts & {
  /** People by care category. */
  care: CareCounts;
  gridId: string;
  pathNames: string[];
  isOwn: boolean;
};

/** A sum has one row for each grid right below; no grid has anywhere near as many. */
const MAX_ROWS = 1000;

/**
 * Sums the counters within the scope's grids, by the grids at `depth` of the path (1: villages of a town, 2: teams of a village).
 * Grids above that depth come as rows of their own.
 */
export async function readCoverage(
  { database, scope }: Pick<Context, 'database' | 'scope'>,
  depth: number,
): Promise<CoverageRow[]> {
  if (scope.kind !== 'grids') return [];
  return sumBelow(database, scope.gridIds, depth);
}

/** The same below one grid that the caller is known to hold. */
export async function sumBelow(
  database: Database,
  gridIds: readonly string[],
  depth: number,
): Promise<CoverageRow[]> {
  const { command } = database;
  const $ = command.aggregate;
  const answer = (await database
    .collection(COVERAGE)
    .aggregate()
    .match({ gridPath: command.in([...gridIds]) })
    .group({
      _id: $.ifNull([$.arrayElemAt(['$gridPath', depth]), '$_id']),
      ownPath: $.first('$pathNames'),
      depth: $.max($.size('$gridPath')),
      // A roll may be older than its grid's files: no grid knows of fewer households than it has on file.
      known: $.sum($.max(['$known', $.sum(['$rostered', '$submitted', '$verified', '$returned'])])),
      rostered: $.sum('$rostered'),
      submitted: $.sum('$submitted'),
      verified: $.sum('$verified'),
      returned: $.sum('$returned'),
      ...Object.fromEntries(CareCategory.options.map((category) => [category, $.sum(`$care.${category}`)])),
    })
    .sort({ _id: 1 })
    .limit(MAX_ROWS)
    .end()) as { list: (Counts & CareCounts & { _id: string; ownPath: string[]; depth: number })[] };
  return answer.list.map((row) => ({
    gridId: row._id,
    pathNames: row.ownPath.slice(0, depth + 1),
    isOwn: row.depth <= depth,
    known: row.known,
    rostered: row.rostered,
    submitted: row.submitted,
    verified: row.verified,
    returned: row.returned,
    care: Object.fromEntries(CareCategory.options.map((category) => [category, row[category]])) as CareCounts,
  }));
}
