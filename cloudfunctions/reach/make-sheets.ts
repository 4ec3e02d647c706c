import type { Context, Database } from '../kernel/context';
import { readWatched } from '../publishing/audience.repository';
import type { NoticeDocument } from '../publishing/notice.document';
import type { HouseholdDocument } from '../registration/household.document';
import { GRIDS_AT_ONCE, type Place, readPlaces, readReached } from './audience-households';
import { emptyReceipt, newSheet } from './receipt';
import { addSheet, readWithPhone } from './sheet.repository';
import { listStaff } from './staff-sheet';

/**
 * Lists the households of a notice's audience, one sheet a lowest grid, going on after the cursor; the people on duty come first. A sheet that is
 * there already stays as it is, so doing a grid twice changes nothing. Answers where it stands; null when all are there.
 */
export async function makeSheets(
  context: Pick<Context, 'database' | 'now'>,
  notice: NoticeDocument,
  cursor: string,
  isTimeLeft: () => boolean,
): Promise<{ cursor: string | null; made: number }> {
  const { database } = context;
  if (cursor === '') await listStaff(context, notice);
  const watched = new Set(await readWatched(database, notice.gridIds, notice.audience.tags));
  let made = 0;
  let after = cursor;
  while (isTimeLeft()) {
    const places = await readPlaces(database, notice.gridIds, after);
    made += await sheetsOf(database, notice, places, watched);
    after = places.at(-1)?._id ?? after;
    if (places.length < GRIDS_AT_ONCE) return { cursor: null, made };
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

async function sheetsOf(
  database: Database,
  notice: NoticeDocument,
  places: readonly Place[],
  watched: ReadonlySet<string>,
): Promise<number> {
  const reached = await readReached(database, notice, places, watched);
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
