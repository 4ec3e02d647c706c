import { toTimestamp } from '../kernel/clock';
import type { Context, Database } from '../kernel/context';
import { readWatched } from '../publishing/audience.repository';
import type { NoticeDocument } from '../publishing/notice.document';
import type { HouseholdDocument } from '../registration/household.document';
import { GRIDS_AT_ONCE, type Place, readPlaces, readReached } from './audience-households';
import { dropGone } from './drop-gone';
import { emptyReceipt, newSheet } from './receipt';
import { sheetIdOf } from './sheet.document';
import {
  addSheet,
  type Joining,
  joinSheet,
  joinTogether,
  readListed,
  readWithPhone,
} from './sheet.repository';

/** More than move into a team between two mornings. */
const JOINING_AT_ONCE = 100;

type Reader = Pick<Context, 'database' | 'now'>;

/**
 * Households that came into a notice's audience since it was published join the list of the grid in which they live, going on after the cursor; those
 * that are on file no more leave it. Who stands on a list anywhere joins no other: whoever moved within the audience stays where they were counted.
 */
export async function renewLists(
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
    const lot = await join(context, notice, places, reached, isTimeLeft);
    joined += lot.joined;
    if (!lot.isWhole) return { cursor: after, joined };
    const gridIds = places.map(({ _id }) => _id);
    await dropGone(database, { noticeId: notice._id, gridIds }, new Set(reached.map(({ _id }) => _id)));
    after = places.at(-1)?._id ?? after;
    if (places.length < GRIDS_AT_ONCE) return { cursor: null, joined };
  }
  return { cursor: after, joined };
}

/** Those who stand on no list yet join the one of their grid. Not whole when the time was up: whoever joined is listed when one goes on. */
async function join(
  { database, now }: Reader,
  notice: NoticeDocument,
  places: readonly Place[],
  reached: readonly HouseholdDocument[],
  isTimeLeft: () => boolean,
): Promise<{ joined: number; isWhole: boolean }> {
  const ids = reached.map(({ _id }) => _id);
  const listed = await readListed(database, notice._id, ids);
  const newcomers = reached.filter(({ _id }) => !listed.has(_id));
  const withPhone = await readWithPhone(
    database,
    newcomers.map(({ _id }) => _id),
  );
  const joinedAt = toTimestamp(now);
  let joined = 0;
  for (const { _id: gridId, gridPath, pathNames } of places) {
    const here = newcomers
      .filter((household) => household.gridId === gridId)
      .map((file) => ({
        householdId: file._id,
        receipt: { ...emptyReceipt(file, withPhone.has(file._id)), joinedAt },
      }));
    // The first one in a grid where nobody was: its list is there already for all others.
    if (here.length > 0) await addSheet(database, newSheet(notice, { gridId, gridPath, pathNames }, {}));
    for (let from = 0; from < here.length; from += JOINING_AT_ONCE) {
      if (!isTimeLeft()) return { joined, isWhole: false };
      joined += await joinLot(
        database,
        sheetIdOf(notice._id, gridId),
        here.slice(from, from + JOINING_AT_ONCE),
      );
    }
  }
  return { joined, isWhole: true };
}

/** In one write, or one by one when somebody of them has just joined by opening the notice. */
async function joinLot(database: Database, sheetId: string, lot: readonly Joining[]): Promise<number> {
  if (await joinTogether(database, sheetId, lot)) return lot.length;
  let joined = 0;
  for (const { householdId, receipt } of lot)
    if (await joinSheet(database, sheetId, householdId, receipt)) joined += 1;
  return joined;
}
