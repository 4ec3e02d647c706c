import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readWatched } from '../publishing/audience.repository';
import type { NoticeDocument } from '../publishing/notice.document';
import type { HouseholdDocument } from '../registration/household.document';
import { GRIDS_AT_ONCE, type Place, readPlaces, readReached } from './audience-households';
import { emptyReceipt, newSheet } from './receipt';
import { sheetIdOf } from './sheet.document';
import { addSheet, joinSheet, readListed, readWithPhone } from './sheet.repository';

type Reader = Pick<Context, 'database' | 'now'>;

/**
 * Households that came into a notice's audience since it was published join the list of the grid in which they live, going on after the cursor.
 * Nobody leaves a list, and who stands on one anywhere joins no other: whoever moved within the audience stays where they were counted.
 */
export async function addNewcomers(
  context: Reader,
  notice: NoticeDocument,
  cursor: string,
  isTimeLeft: () => boolean,
): Promise<{ cursor: string | null; joined: number }> {
  const { database } = context;
  const watched = new Set(await readWatched(database, notice.gridIds, notice.audience.tags));
  let joined = 0;
  let after = cursor;
  while (isTimeLeft()) {
    const places = await readPlaces(database, notice.gridIds, after);
    const reached = await readReached(database, notice, places, watched);
    joined += await join(context, notice, places, reached);
    after = places.at(-1)?._id ?? after;
    if (places.length < GRIDS_AT_ONCE) return { cursor: null, joined };
  }
  return { cursor: after, joined };
}

async function join(
  { database, now }: Reader,
  notice: NoticeDocument,
  places: readonly Place[],
  reached: readonly HouseholdDocument[],
): Promise<number> {
  const listed = await readListed(
    database,
    notice._id,
    reached.map(({ _id }) => _id),
  );
  const newcomers = reached.filter(({ _id }) => !listed.has(_id));
  const withPhone = await readWithPhone(
    database,
    newcomers.map(({ _id }) => _id),
  );
  let joined = 0;
  for (const household of newcomers) {
    const place = places.find(({ _id }) => _id === household.gridId);
    if (!place) continue;
    const { _id: gridId, gridPath, pathNames } = place;
    // The first one in a grid where nobody was: its list is there already for all others.
    await addSheet(database, newSheet(notice, { gridId, gridPath, pathNames }, {}));
    const receipt = emptyReceipt(household, withPhone.has(household._id));
    const line = { ...receipt, joinedAt: toTimestamp(now) };
    if (await joinSheet(database, sheetIdOf(notice._id, gridId), household._id, line)) joined += 1;
  }
  return joined;
}
