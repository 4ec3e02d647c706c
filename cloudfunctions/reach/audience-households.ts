import type { Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { ON_FILE } from '../publishing/audience.repository';
import type { NoticeDocument } from '../publishing/notice.document';
import { hasTag } from '../publishing/rules';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { COVERAGE, type CoverageDocument } from '../township/grid.document';

/** Grids at a time: two queries for all their households and phones. */
export const GRIDS_AT_ONCE = 20;
const MOST_OF_A_BATCH = 1_000;

export type Place = Pick<CoverageDocument, '_id' | 'gridPath' | 'pathNames'>;

/** Where households are counted: the lowest grids, in the order of their ids. */
export const readPlaces = async (
  database: Database,
  gridIds: readonly string[],
  after: string,
): Promise<Place[]> => {
  const { command } = database;
  return unscoped<CoverageDocument>(database, COVERAGE).pick(
    ['gridPath', 'pathNames'],
    { gridPath: command.in([...gridIds]), _id: command.gt(after) },
    { orderBy: [['_id', 'asc']], limit: GRIDS_AT_ONCE },
  );
};

/** Households of some places that a notice is for, as things stand now. `watched`: those with somebody under a measure that it asks for. */
export async function readReached(
  database: Database,
  { audience }: Pick<NoticeDocument, 'audience'>,
  places: readonly Place[],
  watched: ReadonlySet<string>,
): Promise<HouseholdDocument[]> {
  if (!audience.households || places.length === 0) return [];
  const { command } = database;
  const all: HouseholdDocument[] = [];
  for (let skip = 0; ; skip += MOST_OF_A_BATCH) {
    const page = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).find(
      { gridPath: command.in(places.map(({ _id }) => _id)), status: command.in([...ON_FILE]) },
      { orderBy: [['_id', 'asc']], limit: MOST_OF_A_BATCH, skip },
    );
    all.push(...page.filter((household) => hasTag(household, audience.tags, watched)));
    if (page.length < MOST_OF_A_BATCH) return all;
  }
}

/** Which of some households are on file. */
export async function readOnFile(database: Database, householdIds: readonly string[]): Promise<Set<string>> {
  const { command } = database;
  const found = new Set<string>();
  for (let from = 0; from < householdIds.length; from += MOST_OF_A_BATCH) {
    const part = householdIds.slice(from, from + MOST_OF_A_BATCH);
    const households = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).pick(
      ['status'],
      { _id: command.in(part), status: command.in([...ON_FILE]) },
      { limit: MOST_OF_A_BATCH },
    );
    for (const { _id } of households) found.add(_id);
  }
  return found;
}
