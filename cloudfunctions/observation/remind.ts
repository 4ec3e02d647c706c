import { momentsOf } from '../../miniprogram/shared/slots';
import { dayOfDate, halfText, readingText } from '../../miniprogram/shared/slot-words';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { templateIdFor } from '../kernel/subscription-message';
import { readPhonesOfHouseholds } from './chase.repository';
import type { ObservationDocument } from './observation.document';
import { writeObservation } from './observation.repository';
import { creditIdOf, dropCredits, readCredits, returnCredit, takeCredit } from './reminders';
import { settled } from './slot-record';

/** What WeChat takes in one field. */
const MOST_IN_A_FIELD = 20;

/** Phones that allowed a message, by household; the person's own first. */
export type Phones = ReadonlyMap<string, readonly Phone[]>;
type Phone = { openid: string; creditId: string; personId: string | null };

/** The phones that may be reminded of a batch: two queries for all of them. */
export async function phonesOf(context: Context, batch: readonly ObservationDocument[]): Promise<Phones> {
  const templateId = templateIdFor('readingDue');
  if (templateId === null || batch.length === 0) return new Map();
  const accounts = await readPhonesOfHouseholds(
    context,
    batch.map(({ householdId }) => householdId),
  );
  const creditIds = accounts.map(({ _id }) => creditIdOf(_id, templateId));
  const withCredit = new Set((await readCredits(context, creditIds)).map(({ _id }) => _id));
  const phones = new Map<string, Phone[]>();
  for (const { _id, householdId, personId } of accounts) {
    const creditId = creditIdOf(_id, templateId);
    if (householdId === null || !withCredit.has(creditId)) continue;
    const ofHousehold = phones.get(householdId) ?? [];
    phones.set(householdId, [...ofHousehold, { openid: _id, creditId, personId: personId ?? null }]);
  }
  return phones;
}

/**
 * Asks for the slot that is due, once: by a message where a phone allowed one, or on the grid member's list. The document says `sending`
 * before anything leaves. A tick killed after that sends nothing twice: whoever finds it so later puts the person on the list.
 */
export async function remind(
  stored: ObservationDocument,
  phones: Phones,
  context: Context,
): Promise<'messaged' | 'listed' | null> {
  const ofHousehold = phones.get(stored.householdId) ?? [];
  const phone = ofHousehold.find(({ personId }) => personId === stored.personId) ?? ofHousehold[0];
  if (phone === undefined || stored.nextSlot === null) return putOnList(stored, context);

  const chase = { slot: stored.nextSlot, at: toTimestamp(context.now) };
  const sending = settled({ ...stored, chase: { ...chase, by: 'sending' } });
  if (!(await writeObservation(context, stored, sending))) return null;
  const isSent = (await takeCredit(context, phone.creditId)) && (await send(stored, phone, context));
  const claimed = { ...sending, version: stored.version + 1 };
  const asked = settled({ ...claimed, chase: { ...chase, by: isSent ? 'message' : 'list' } });
  // Whoever reported in the meantime is no longer asked, and this write finds another version: both are right.
  await writeObservation(context, claimed, asked);
  return isSent ? 'messaged' : 'listed';
}

async function send(
  { name, nextSlot, slotTimes }: ObservationDocument,
  { openid, creditId }: Phone,
  context: Context,
): Promise<boolean> {
  const slot = nextSlot ?? '';
  const closes = momentsOf(slotTimes, slot)?.closes ?? context.now.valueOf();
  const sent = await context.sendMessage({
    openid,
    use: 'readingDue',
    page: 'packages/observation/reading/index',
    values: {
      填报人: Array.from(name).slice(0, MOST_IN_A_FIELD).join(''),
      填报内容: `${dayOfDate(slot)}${readingText(slot)}还没有报`,
      // A minute before, because a message that says 24:00 is refused.
      截止时间: chinaTime(closes - 60_000).format('YYYY年MM月DD日 HH:mm'),
      温馨提示: `${halfText(slot)}量好体温，点这里就能报`,
    },
  });
  if (sent === 'refused') await dropCredits(context, creditId);
  if (sent === 'failed') await returnCredit(context, creditId);
  return sent === 'sent';
}

/** On the grid member's list, with a call to make. */
export async function putOnList(stored: ObservationDocument, context: Context): Promise<'listed' | null> {
  const { nextSlot } = stored;
  if (nextSlot === null) return null;
  const chase = { slot: nextSlot, at: toTimestamp(context.now), by: 'list' as const };
  return (await writeObservation(context, stored, settled({ ...stored, chase }))) ? 'listed' : null;
}
