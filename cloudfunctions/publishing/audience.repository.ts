import type { Audience, Counted } from '../contracts/notice';
import type { Context, Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { HOUSEHOLDS } from '../registration/household.document';
import { type GridDocument } from '../township/grid.document';
import { readGridsById } from '../township/grid.repository';
import { commonPathOf } from './rules';

/** On file, whatever its state; closed ones live elsewhere or nowhere. */
export const ON_FILE = ['rostered', 'submitted', 'returned', 'verified'] as const;
/** More people than a town ever has under observation at a time would be its own news. */
const MOST_OBSERVED = 1_000;

/** The grids of an audience, each of them the caller's, and the path that they share: whose notice it is. */
export async function readAudienceGrids(
  context: Context,
  { gridIds }: Audience,
): Promise<{ grids: GridDocument[]; commonPath: string[]; pathNames: string[] }> {
  const wanted = [...new Set(gridIds)];
  const found = await readGridsById(context, wanted);
  const grids = wanted.flatMap((gridId) => found.find(({ _id }) => _id === gridId) ?? []);
  const commonPath = commonPathOf(grids.map(({ path }) => path));
  if (
    grids.length < wanted.length ||
    commonPath.length === 0 ||
    !grids.every(({ path }) => mayTouchGrid(context.scope, path))
  )
    throw new AppError('NOT_FOUND', '有一个地方不归您管，请重新选发给哪里', {
      'audience.gridIds': '请重新选发给哪里',
    });
  const pathNames = grids[0]?.pathNames.slice(0, commonPath.length) ?? [];
  return { grids, commonPath, pathNames };
}

/** Households of these grids with somebody under observation or monitoring, as the tags ask. */
export async function readWatched(
  database: Database,
  gridIds: readonly string[],
  tags: Audience['tags'],
): Promise<string[]> {
  const { command } = database;
  const measures = [
    ...(tags.includes('observed') ? (['homeObservation', 'temporaryIsolation'] as const) : []),
    ...(tags.includes('monitored') ? (['healthMonitoring'] as const) : []),
  ];
  if (measures.length === 0) return [];
  const observations = await unscoped<ObservationDocument>(database, OBSERVATIONS).pick(
    ['householdId'],
    {
      gridPath: command.in([...gridIds]),
      status: command.in(['active', 'paused', 'releasing']),
      measure: command.in(measures),
    },
    { limit: MOST_OBSERVED },
  );
  return [...new Set(observations.map(({ householdId }) => householdId))];
}

/** How many households and people an audience has now: one sum, and the watched before it where a tag asks for them. */
export async function countAudience(database: Database, audience: Audience): Promise<Counted> {
  if (!audience.households) return { households: 0, people: 0 };
  const { command } = database;
  const $ = command.aggregate;
  const placed = { gridPath: command.in([...audience.gridIds]), status: command.in([...ON_FILE]) };
  const tagged = await taggedIn(database, audience);
  const { list } = (await database
    .collection(HOUSEHOLDS)
    .aggregate()
    .match(tagged === null ? placed : command.and(placed, tagged))
    .group({ _id: null, households: $.sum(1), people: $.sum($.size('$people')) })
    .end()) as { list: Counted[] };
  return { households: list[0]?.households ?? 0, people: list[0]?.people ?? 0 };
}

/** What a household must fulfil to have one of the tags; null where there are none. */
async function taggedIn(database: Database, { gridIds, tags }: Audience): Promise<object | null> {
  if (tags.length === 0) return null;
  const { command } = database;
  const care = { 'people.careCategories': command.in([...tags]) };
  const watched = await readWatched(database, gridIds, tags);
  return watched.length === 0 ? care : command.or(care, { _id: command.in(watched) });
}
