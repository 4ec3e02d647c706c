import type { Context, Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { ON_FILE, readWatched } from '../publishing/audience.repository';
import type { NoticeDocument } from '../publishing/notice.document';
import { hasTag } from '../publishing/rules';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { COVERAGE, type CoverageDocument } from '../township/grid.document';
import { emptyReceipt, newSheet } from './receipt';
import { addSheet, readWithPhone } from './sheet.repository';

/** Grids at a time: two queries for all their households and phones. */
const BATCH = 20;
const MOST_OF_A_BATCH = 1_000;

type Place = Pick<CoverageDocument, '_id' | 'gridPath' | 'pathNames'>;

/**
 * Lists the households of a notice's audience, one sheet a lowest grid, going on after the cursor. A sheet that is there already stays as it is, so
 * doing a grid twice changes nothing. Answers where it stands; null when all are there.
 */
export async function makeSheets(
  { database }: Pick<Context, 'database'>,
  notice: NoticeDocument,
  cursor: string,
  isTimeLeft: () => boolean,
): Promise<{ cursor: string | null; made: number }> {
  const watched = new Set(await readWatched(database, notice.gridIds, notice.audience.tags));
  let made = 0;
  let after = cursor;
  while (isTimeLeft()) {
    const places = await readPlaces(database, notice.gridIds, after);
    made += await sheetsOf(database, notice, places, watched);
    after = places.at(-1)?._id ?? after;
    if (places.length < BATCH) return { cursor: null, made };
  }
  return { cursor: after, made };
}

/** The sheet of one lowest grid, for somebody who is there before the timer was. */
export async function makeSheetOf(
  { database }: Pick<Context, 'database'>,
  notice: NoticeDocument,
  { gridId, gridPath, pathNames }: Pick<HouseholdDocument, 'gridId' | 'gridPath' | 'pathNames'>,
): Promise<void> {
  const watched = new Set(await readWatched(database, [gridId], notice.audience.tags));
  await sheetsOf(database, notice, [{ _id: gridId, gridPath, pathNames }], watched);
}

/** Where households are counted: the lowest grids, in the order of their ids. */
const readPlaces = async (
  database: Database,
  gridIds: readonly string[],
  after: string,
): Promise<Place[]> => {
  const { command } = database;
  return unscoped<CoverageDocument>(database, COVERAGE).pick(
    ['gridPath', 'pathNames'],
    { gridPath: command.in([...gridIds]), _id: command.gt(after) },
    { orderBy: [['_id', 'asc']], limit: BATCH },
  );
};

async function sheetsOf(
  database: Database,
  notice: NoticeDocument,
  places: readonly Place[],
  watched: ReadonlySet<string>,
): Promise<number> {
  const households = notice.audience.households ? await readHouseholds(database, places) : [];
  const reached = households.filter((household) => hasTag(household, notice.audience.tags, watched));
  const withPhone = await readWithPhone(
    database,
    reached.map(({ _id }) => _id),
  );
  const added = await Promise.all(
    places.map(async ({ _id, gridPath, pathNames }) => {
      const own = reached.filter(({ gridId }) => gridId === _id);
      if (own.length === 0) return false;
      const receipts = Object.fromEntries(
        own.map((household) => [household._id, emptyReceipt(household, withPhone.has(household._id))]),
      );
      return addSheet(database, newSheet(notice, { gridId: _id, gridPath, pathNames }, receipts));
    }),
  );
  return added.filter(Boolean).length;
}

async function readHouseholds(database: Database, places: readonly Place[]): Promise<HouseholdDocument[]> {
  const { command } = database;
  const all: HouseholdDocument[] = [];
  for (let skip = 0; ; skip += MOST_OF_A_BATCH) {
    const page = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).find(
      { gridPath: command.in(places.map(({ _id }) => _id)), status: command.in([...ON_FILE]) },
      { orderBy: [['_id', 'asc']], limit: MOST_OF_A_BATCH, skip },
    );
    all.push(...page);
    if (page.length < MOST_OF_A_BATCH) return all;
  }
}
