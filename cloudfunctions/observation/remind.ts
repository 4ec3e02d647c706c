import { momentsOf } from '../../miniprogram/shared/slots';
import { dayOfDate, halfText, readingText } from '../../miniprogram/shared/slot-words';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { fieldOf, timeFieldOf } from '../messages/field';
import { type Phone, type Phones, readPhones } from '../messages/phones';
import { sendWithCredit } from '../messages/send-with-credit';
import type { ObservationDocument } from './observation.document';
import { writeObservation } from './observation.repository';
import { settled } from './slot-record';

/** The phones that may be reminded of a batch. */
export const phonesOf = (context: Context, batch: readonly ObservationDocument[]): Promise<Phones> =>
  readPhones(
    context,
    'readingDue',
    batch.map(({ householdId }) => householdId),
  );

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
  const isSent = await send(stored, phone, context);
  const claimed = { ...sending, version: stored.version + 1 };
  const asked = settled({ ...claimed, chase: { ...chase, by: isSent ? 'message' : 'list' } });
  // Whoever reported in the meantime is no longer asked, and this write finds another version: both are right.
  await writeObservation(context, claimed, asked);
  return isSent ? 'messaged' : 'listed';
}

async function send(
  { name, nextSlot, slotTimes }: ObservationDocument,
  { openid }: Phone,
  context: Context,
): Promise<boolean> {
  const slot = nextSlot ?? '';
  const closes = momentsOf(slotTimes, slot)?.closes ?? context.now.valueOf();
  return sendWithCredit(context, {
    openid,
    use: 'readingDue',
    page: 'packages/observation/reading/index',
    values: {
      填报人: fieldOf(name),
      填报内容: `${dayOfDate(slot)}${readingText(slot)}还没有报`,
      // A minute before, because a message that says 24:00 is refused.
      截止时间: timeFieldOf(closes - 60_000),
      温馨提示: `${halfText(slot)}量好体温，点这里就能报`,
    },
  });
}

/** On the grid member's list, with a call to make. */
export async function putOnList(stored: ObservationDocument, context: Context): Promise<'listed' | null> {
  const { nextSlot } = stored;
  if (nextSlot === null) return null;
  const chase = { slot: nextSlot, at: toTimestamp(context.now), by: 'list' as const };
  return (await writeObservation(context, stored, settled({ ...stored, chase }))) ? 'listed' : null;
}
