import type { Database } from '../kernel/context';
import { type Change, type Condition, type Documents, unscoped } from '../kernel/documents';
import { ACCOUNTS } from '../registration/household-phone';
import type { Account } from '../kernel/identity';
import { type Receipt, type SheetDocument, sheetIdOf, SHEETS, type Step, STEPS } from './sheet.document';

/** A town has a few hundred teams. */
const MOST_TEAMS = 1_000;
const ACCOUNTS_AT_ONCE = 500;
/** More often than ticks come and go while a phone says one thing. */
const MOST_TIMES = 5;

/** A household's own receipts, whichever sheet they stand on: every query and write names the household. */
const sheetsOf = (database: Database): Documents<SheetDocument> => unscoped(database, SHEETS);

export const addSheet = async (database: Database, sheet: SheetDocument): Promise<boolean> =>
  sheetsOf(database).insert(sheet);

/** Which households have somebody whose phone is known here. */
export async function readWithPhone(
  database: Database,
  householdIds: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < householdIds.length; from += ACCOUNTS_AT_ONCE) {
    const part = householdIds.slice(from, from + ACCOUNTS_AT_ONCE);
    const accounts = await unscoped<Account>(database, ACCOUNTS).pick(
      ['householdId'],
      { householdId: database.command.in(part) },
      { limit: MOST_TEAMS },
    );
    for (const { householdId } of accounts) if (householdId !== null) found.add(householdId);
  }
  return found;
}

/** Which of some households stand on a list of a notice, wherever. */
export async function readListed(
  database: Database,
  noticeId: string,
  householdIds: readonly string[],
): Promise<Set<string>> {
  const listed = new Set<string>();
  for (let from = 0; from < householdIds.length; from += ACCOUNTS_AT_ONCE) {
    const part = householdIds.slice(from, from + ACCOUNTS_AT_ONCE);
    const sheets = await sheetsOf(database).pick(
      ['householdIds'],
      { noticeId, householdIds: database.command.in(part) },
      { limit: MOST_TEAMS },
    );
    for (const sheet of sheets) for (const householdId of sheet.householdIds) listed.add(householdId);
  }
  return listed;
}

/** The sheet on which a household is counted for one of some notices; it may have moved since. */
export async function findSheetOf(
  database: Database,
  noticeIds: readonly string[],
  householdId: string,
): Promise<Pick<SheetDocument, '_id' | 'gridId' | 'gridPath' | 'pathNames'> | null> {
  if (noticeIds.length === 0) return null;
  const [sheet] = await sheetsOf(database).pick(
    ['gridId', 'gridPath', 'pathNames'],
    { noticeId: database.command.in([...noticeIds]), householdIds: householdId },
    { limit: 1 },
  );
  return sheet ?? null;
}

/** A household's own receipts on some sheets; nothing of its neighbours comes along. */
export const readOwnReceipts = async (
  database: Database,
  noticeIds: readonly string[],
  householdId: string,
): Promise<Map<string, { gridId: string; receipt: Receipt }>> => {
  if (noticeIds.length === 0) return new Map();
  const sheets = await sheetsOf(database).pick(
    ['noticeId', 'gridId', `receipts.${householdId}`],
    { noticeId: database.command.in([...noticeIds]), householdIds: householdId },
    { limit: noticeIds.length },
  );
  return new Map(
    sheets.flatMap(({ noticeId, gridId, receipts }) => {
      const receipt = receipts[householdId];
      return receipt ? [[noticeId, { gridId, receipt }] as const] : [];
    }),
  );
};

export type Joining = { householdId: string; receipt: Receipt & { joinedAt: string } };

/** A household that came after the lists were made: it joins once, however many of its phones open the notice at the same time. */
export const joinSheet = async (
  database: Database,
  sheetId: string,
  householdId: string,
  receipt: Joining['receipt'],
): Promise<boolean> => joinTogether(database, sheetId, [{ householdId, receipt }]);

/** Several at once, in one write; false, and nothing is written, when one of them stands there already. */
export const joinTogether = async (
  database: Database,
  sheetId: string,
  joining: readonly Joining[],
): Promise<boolean> => {
  const { command } = database;
  const householdIds = joining.map(({ householdId }) => householdId);
  const receipts = joining.map(
    ({ householdId, receipt }) => [`receipts.${householdId}`, command.set(receipt)] as const,
  );
  return (
    (await sheetsOf(database).update(
      { _id: sheetId, householdIds: command.nin(householdIds) },
      {
        ...Object.fromEntries(receipts),
        householdIds: command.push(householdIds),
        households: command.inc(joining.length),
        'counts.newcomers': command.inc(joining.length),
      },
    )) === 1
  );
};

/** The lists of some grids, as they stand. */
export const readSheetsIn = async (
  database: Database,
  noticeId: string,
  gridIds: readonly string[],
): Promise<SheetDocument[]> =>
  sheetsOf(database).find(
    { _id: database.command.in(gridIds.map((gridId) => sheetIdOf(noticeId, gridId))) },
    { limit: MOST_TEAMS },
  );

/** Takes a household that nobody told off its list, with all that it counted for; false, and nothing is written, when its line has changed meanwhile. */
export const leaveSheet = async (
  database: Database,
  sheetId: string,
  householdId: string,
  receipt: Receipt,
): Promise<boolean> => {
  const { command } = database;
  const own = `receipts.${householdId}`;
  const asRead = STEPS.map((step) => [`${own}.${step}`, receipt[step]] as const);
  const counted = [
    ...STEPS.filter((step) => receipt[step] !== null),
    ...(receipt.joinedAt === undefined ? [] : ['newcomers']),
  ];
  return (
    (await sheetsOf(database).update(
      { _id: sheetId, householdIds: householdId, [`${own}.told`]: null, ...Object.fromEntries(asRead) },
      {
        householdIds: command.pull(householdId),
        [own]: command.remove(),
        households: command.inc(-1),
        ...Object.fromEntries(counted.map((key) => [`counts.${key}`, command.inc(-1)])),
      },
    )) === 1
  );
};

type Act = {
  sheetId: string;
  householdId: string;
  personId: string;
  step: Step;
  at: string;
  /** The step was probably made before; when it wasn't, that costs a call and no more. */
  again?: boolean;
};

/**
 * Writes one step of a household and moves its counters in the same write; exactly once, because each write asks for what it changes. The ways are
 * tried in the order in which they are likely. False when the household isn't on that sheet, or nothing was left to change.
 */
export async function writeStep(
  database: Database,
  { sheetId, householdId, personId, step, at, again = false }: Act,
  wanted: SheetDocument['wanted'],
): Promise<boolean> {
  const { command } = database;
  const own = `receipts.${householdId}`;
  const isWanted = step === (wanted === 'confirm' ? 'confirmed' : 'read');
  const person = { [`${own}.people.${personId}.${step}`]: at };
  const first = { [`${own}.${step}`]: at, [`counts.${step}`]: command.inc(1), ...person };
  const ways: [Condition, Change][] = [
    ...(isWanted
      ? ([
          [
            { [`${own}.${step}`]: null, [`${own}.told`]: null },
            { ...first, 'counts.known': command.inc(1) },
          ],
          [{ [`${own}.${step}`]: null, [`${own}.told`]: command.neq(null) }, first],
        ] satisfies [Condition, Change][])
      : ([[{ [`${own}.${step}`]: null }, first]] satisfies [Condition, Change][])),
    // Somebody else of the household was there before.
    [{ [`${own}.${step}`]: command.gt('') }, person],
  ];
  const isOnSheet = { _id: sheetId, householdIds: householdId };
  const tried = again ? ways.reverse() : ways;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    for (const [condition, change] of tried)
      if ((await sheetsOf(database).update({ ...isOnSheet, ...condition }, change)) === 1) return true;
    // Somebody may tick the household off, or take that back, between two ways: then both missed it.
    if ((await sheetsOf(database).count({ ...isOnSheet, [`${own}.${step}`]: null })) === 0) return false;
  }
  return false;
}
