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
import { reminderSettings } from './reminder-settings';

/** Some hundred households: what a killed call may leave untold. */
const SHEETS_AT_ONCE = 4;
const MESSAGES_AT_ONCE = 10;
/** A run sleeps so long while a batch leaves: another timer leaves it alone, one after a kill takes it up behind that batch. */
const SECONDS_BETWEEN = 60;

type Work = { run: RunDocument; notice: NoticeDocument; settings: ReminderSettings };
/** `id`: a household's, or the openid of somebody on duty. */
type Addressee = { id: string; sheet: SheetDocument };

/** Goes on with a run until it is done or the time is up. Answers how many got a message. */
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
  const settings = await reminderSettings.read(context, notice.gridPath[0] ?? '');
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

/**
 * One message to each of some sheets who does not know yet and has a phone that allowed one. The other households stand on the grid member's list.
 * Whom somebody reminds by hand are households; people on duty are the clock's.
 */
async function tellSheets(sheets: readonly SheetDocument[], work: Work, context: Context): Promise<number> {
  const staff = work.run.by === null ? sheets.filter(isOfStaff) : [];
  const households = sheets.filter((sheet) => !isOfStaff(sheet));
  const reachable = [
    ...(await reachableOn(households, 'householdId', work, context)),
    ...(await reachableOn(staff, '_id', work, context)),
  ];
  let sent = 0;
  for (let from = 0; from < reachable.length; from += MESSAGES_AT_ONCE) {
    const batch = reachable.slice(from, from + MESSAGES_AT_ONCE);
    const told = await Promise.all(batch.map((one) => tellOne(one, work, context)));
    sent += told.filter(Boolean).length;
  }
  if (sent > 0) await countSent(context, work.run._id, sent);
  return sent;
}

const isOfStaff = ({ gridId }: SheetDocument): boolean => gridId === STAFF;

async function reachableOn(
  sheets: readonly SheetDocument[],
  by: 'householdId' | '_id',
  { run, notice, settings }: Work,
  context: Context,
): Promise<(Addressee & { phones: readonly Phone[] })[]> {
  const unknowing = sheets.flatMap((sheet) =>
    Object.entries(sheet.receipts)
      .filter(([, receipt]) => !knows(receipt, sheet.wanted))
      .map(([id]) => ({ id, sheet })),
  );
  const phonesOf = await readPhones(
    context,
    run.kind === 'out' ? 'noticeOut' : 'noticeReminder',
    unknowing.map(({ id }) => id),
    { by, keep: keptOf(notice, settings) },
  );
  return unknowing.flatMap((one) => {
    const phones = phonesOf.get(one.id);
    return phones ? [{ ...one, phones }] : [];
  });
}

/** A phone's last message waits for something urgent. */
const keptOf = ({ kind }: NoticeDocument, { keptForUrgent }: ReminderSettings): number =>
  kind === 'urgent' ? 0 : keptForUrgent;

async function tellOne(
  { id, sheet, phones }: Addressee & { phones: readonly Phone[] },
  { run, notice, settings }: Work,
  context: Context,
): Promise<boolean> {
  const { database, now } = context;
  const isFree = run.kind === 'out' && notice.kind === 'urgent';
  const turn = { day: toCalendarDate(now), most: settings.aDay };
  if (!isFree && !(await takeTurn(context, id, turn))) return false;
  const message = noticeMessage(notice, run.kind, sheet.gridId, context);
  for (const { openid, personId } of phones) {
    if (!(await sendWithCredit(context, { ...message, openid }, keptOf(notice, settings)))) continue;
    const act = {
      sheetId: sheet._id,
      householdId: id,
      personId: personOf({ personId }),
      at: toTimestamp(now),
    };
    await writeStep(database, { ...act, step: 'delivered' }, sheet.wanted);
    return true;
  }
  return false;
}
