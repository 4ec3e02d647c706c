import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { emptyReceipt, newSheet } from '../../../cloudfunctions/reach/receipt';
import { type SheetDocument, SHEETS } from '../../../cloudfunctions/reach/sheet.document';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { putNotice } from '../../support/notices';
import { openTownship, type Township } from '../../support/township';
import { median, millisecondsOf, rounded } from './timing';

const ROUNDS = 120;
const WARM_UP = ROUNDS / 4;
/** Nobody may call more than 120 times a minute, so a few families of the same team share the calls. */
const CALLERS = 4;
/** Every village has so many of its own, and every town: what grows with the people is how many notices and lists there are in all. */
const OF_A_VILLAGE = 5;
const OF_A_TOWN = 2;
const AT_A_TIME = 500;

/** What a villager's inbox costs among 120,000 people against 2,000, as whole calls over the genuine SDK. */
export async function measureInbox(): Promise<{
  inboxRatio: number;
  inboxMs: { small: number; large: number };
}> {
  const small = await openTownship('township', { timers: false });
  const large = await openTownship('city', { timers: false });
  try {
    const [few, many] = [inboxIn(small), inboxIn(large)];
    const times = { small: [] as number[], large: [] as number[] };
    // Turn and turn about, so that whatever else the machine does meanwhile weighs on both.
    for (let round = 0; round < ROUNDS; round += 1) {
      times.small.push(await millisecondsOf(() => few(round)));
      times.large.push(await millisecondsOf(() => many(round)));
    }
    const middle = (of: 'small' | 'large'): number => median(times[of].slice(WARM_UP));
    return {
      inboxRatio: rounded(middle('large') / middle('small')),
      inboxMs: { small: rounded(middle('small')), large: rounded(middle('large')) },
    };
  } finally {
    await small.stop();
    await large.stop();
  }
}

/** Gives every village and town its notices, and answers what one of `here` does on opening its list. */
function inboxIn(township: Township): (round: number) => Promise<unknown> {
  const households = township.documents<HouseholdDocument>('households');
  const byTeam = new Map<string, HouseholdDocument[]>();
  for (const file of households) byTeam.set(file.gridId, [...(byTeam.get(file.gridId) ?? []), file]);
  const grids = township.documents<GridDocument>('grids');
  // Of one team, so that all have the same notices on their list, those of the demo among them.
  const own = new Set(
    households.filter(({ gridId }) => gridId === township.here.team.gridId).map(({ _id }) => _id),
  );
  for (const grid of grids) {
    const count = grid.level === 'town' ? OF_A_TOWN : grid.level === 'village' ? OF_A_VILLAGE : 0;
    for (let n = 0; n < count; n += 1) putWithSheets(township, grid, grids, byTeam);
  }
  const phones = township
    .documents<Account>('accounts')
    .filter(({ householdId, posts }) => householdId !== null && posts.length === 0 && own.has(householdId))
    .slice(0, CALLERS)
    .map(({ _id }) => township.as(_id));
  return async (round) => {
    const { rows } = await phones[round % phones.length]!.get('notices', 'inbox', {});
    if (rows.length < OF_A_VILLAGE + OF_A_TOWN) throw new Error(`${rows.length} notices are on the list`);
  };
}

/** A notice to a grid with the lists that the timer would have made. */
function putWithSheets(
  township: Township,
  { _id: gridId, path, pathNames }: GridDocument,
  grids: readonly GridDocument[],
  byTeam: ReadonlyMap<string, readonly HouseholdDocument[]>,
): void {
  const notice: NoticeDocument = putNotice(township, {
    gridId,
    gridPath: path,
    pathNames,
    gridIds: [gridId],
    gridNames: [pathNames.join(' ')],
    audience: { gridIds: [gridId], roles: [], households: true, tags: [] },
  });
  const sheets = grids
    .filter((grid) => grid.childCount === 0 && grid.path.includes(gridId))
    .map((team): SheetDocument => {
      const place = { gridId: team._id, gridPath: team.path, pathNames: team.pathNames };
      const own = byTeam.get(team._id) ?? [];
      return newSheet(
        notice,
        place,
        Object.fromEntries(own.map((file) => [file._id, emptyReceipt(file, true)])),
      );
    });
  for (let from = 0; from < sheets.length; from += AT_A_TIME)
    township.simulator.database.insertMany(SHEETS, sheets.slice(from, from + AT_A_TIME));
}
