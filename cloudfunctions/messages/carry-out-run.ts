import type { ReminderSettings } from '../contracts/messages';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { personOf } from '../notices/take-step';
import type { NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { knows } from '../reach/rules';
import { STAFF, type SheetDocument } from '../reach/sheet.document';
import { writeStep } from '../reach/sheet.repository';
import { takeTurn } from './day.repository';
import { noticeMessage } from './notice-message';
import { type Phone, readPhones } from './phones';
import { isToBeTold } from './reminding-rules';
import type { RunDocument } from './run.document';
import { countSent, moveOn, readSheetsOfRun } from './run.repository';
import { sendWithCredit } from './send-with-credit';
import { readReminderSettings } from './reminder-settings';

/** Some hundred households: what a killed call may leave untold. */
const SHEETS_AT_ONCE = 4;
const MESSAGES_AT_ONCE = 10;
/** A run sleeps so long while a batch leaves: another timer leaves it alone, one after a kill takes it up behind that batch. */
const SECONDS_BETWEEN = 60;

type Work = { run: RunDocument; notice: NoticeDocument; settings: ReminderSettings };
type Household = { householdId: string; sheet: SheetDocument; phones: readonly Phone[] };

/** Goes on with a run until it is done or the time is up. Answers how many households got a message. */
export async function carryOutRun(
  stored: RunDocument,
  context: Context,
  isTimeLeft: () => boolean,
): Promise<number> {
  const notice = await readAnyNotice(context, stored.noticeId);
  if (!notice || !isToBeTold(notice, toCalendarDate(context.now))) {
    await moveOn(context, stored, { cursor: stored.cursor, wakesAt: '' });
    return 0;
  }
  const settings = await readReminderSettings(context, notice.gridPath[0] ?? '');
  let run = stored;
  let sent = 0;
  while (isTimeLeft()) {
    const sheets = await readSheetsOfRun(context, run, SHEETS_AT_ONCE);
    const isLast = sheets.length < SHEETS_AT_ONCE;
    const next = {
      cursor: sheets.at(-1)?._id ?? run.cursor,
      wakesAt: isLast ? '' : toTimestamp(context.now.add(SECONDS_BETWEEN, 'second')),
    };
    if (!(await moveOn(context, run, next))) return sent;
    run = { ...run, ...next };
    sent += await tellSheets(sheets, { run, notice, settings }, context);
    if (isLast) return sent;
  }
  // The next timer goes on at once.
  await moveOn(context, run, { cursor: run.cursor, wakesAt: toTimestamp(context.now) });
  return sent;
}

/** One message to each household of some sheets that does not know yet and has a phone that allowed one. The others stand on the grid member's list. */
async function tellSheets(sheets: readonly SheetDocument[], work: Work, context: Context): Promise<number> {
  const { run, notice, settings } = work;
  const unknowing = sheets.flatMap((sheet) =>
    Object.entries(sheet.receipts)
      .filter(([, receipt]) => sheet.gridId !== STAFF && !knows(receipt, sheet.wanted))
      .map(([householdId]) => ({ householdId, sheet })),
  );
  const use = run.kind === 'out' ? 'noticeOut' : 'noticeReminder';
  const ids = unknowing.map(({ householdId }) => householdId);
  const phonesOf = await readPhones(context, use, ids, keptOf(notice, settings));
  const reachable = unknowing.flatMap(({ householdId, sheet }) => {
    const phones = phonesOf.get(householdId);
    return phones ? [{ householdId, sheet, phones }] : [];
  });
  let sent = 0;
  for (let from = 0; from < reachable.length; from += MESSAGES_AT_ONCE) {
    const batch = reachable.slice(from, from + MESSAGES_AT_ONCE);
    const told = await Promise.all(batch.map((household) => tellHousehold(household, work, context)));
    sent += told.filter(Boolean).length;
  }
  if (sent > 0) await countSent(context, run._id, sent);
  return sent;
}

/** A phone's last message waits for something urgent; until then its household is on the grid member's list in time. */
const keptOf = ({ kind }: NoticeDocument, { keptForUrgent }: ReminderSettings): number =>
  kind === 'urgent' ? 0 : keptForUrgent;

async function tellHousehold(
  { householdId, sheet, phones }: Household,
  { run, notice, settings }: Work,
  context: Context,
): Promise<boolean> {
  const { database, now } = context;
  const isFree = run.kind === 'out' && notice.kind === 'urgent';
  const turn = { day: toCalendarDate(now), most: settings.aDay };
  if (!isFree && !(await takeTurn(context, householdId, turn))) return false;
  const message = noticeMessage(notice, run.kind, sheet.gridId, context);
  for (const { openid, personId } of phones) {
    if (!(await sendWithCredit(context, { ...message, openid }, keptOf(notice, settings)))) continue;
    const act = { sheetId: sheet._id, householdId, personId: personOf({ personId }), at: toTimestamp(now) };
    await writeStep(database, { ...act, step: 'delivered' }, sheet.wanted);
    return true;
  }
  return false;
}
