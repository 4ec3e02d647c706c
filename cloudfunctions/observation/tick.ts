import { momentsOf } from '../../miniprogram/shared/slots';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { timerBudget } from '../kernel/time-budget';
import type { Phones } from '../messages/phones';
import { readAwake } from './chase.repository';
import type { ObservationDocument } from './observation.document';
import { writeObservation } from './observation.repository';
import { phonesOf, putOnList, remind } from './remind';
import { closedUpTo } from './slot-record';

type Done = { closed: number; messaged: number; listed: number; more: boolean };

const BATCH = 100;
/** Written at the same time: enough to keep the database busy, few enough for its connections. */
const AT_ONCE = 20;

/**
 * Closes slots that are over and asks for those that are due. What is left to do stands in the documents themselves (`wakesAt`): whoever was
 * looked after drops out of the index, so the next tick goes on where this one stopped or was killed, and of two that overlap only one
 * writes each document.
 */
export async function tick(_input: object, context: Context): Promise<Done> {
  const isTimeLeft = timerBudget();
  const done: Done = { closed: 0, messaged: 0, listed: 0, more: false };
  while (isTimeLeft()) {
    const awake = await readAwake(context, toTimestamp(context.now), BATCH);
    if (awake.length === 0) return done;
    const phones = await phonesOf(
      context,
      awake.filter((one) => isToBeAsked(one, context)),
    );
    let written = 0;
    for (let from = 0; from < awake.length; from += AT_ONCE) {
      const results = await Promise.all(
        awake.slice(from, from + AT_ONCE).map((one) => lookAfter(one, phones, context)),
      );
      for (const result of results) {
        if (result === null) continue;
        written += 1;
        done[result] += 1;
      }
    }
    // Somebody else is at it; two that chase the same people only get in each other's way.
    if (written === 0) return { ...done, more: true };
  }
  return { ...done, more: true };
}

/** What was done for one person; null when somebody else wrote first, who then saw to it, or it comes up again. */
async function lookAfter(
  stored: ObservationDocument,
  phones: Phones,
  context: Context,
): Promise<'closed' | 'messaged' | 'listed' | null> {
  const closed = closedUpTo(stored, context.now);
  if (closed !== stored) {
    // The next slot may be due already, after a timer that was away for long: it then comes up again at once.
    return (await writeObservation(context, stored, closed)) ? 'closed' : null;
  }
  if (isToBeAsked(stored, context)) return remind(stored, phones, context);
  // Due, and asked for: its message was claimed by somebody who was killed before it left, so it stands on the list instead.
  return putOnList(stored, context);
}

/** Its next slot is due and nobody asked for it yet. */
function isToBeAsked({ nextSlot, slotTimes, chase }: ObservationDocument, { now }: Context): boolean {
  if (nextSlot === null || chase?.slot === nextSlot) return false;
  const moments = momentsOf(slotTimes, nextSlot);
  return moments !== null && now.valueOf() >= moments.due && now.valueOf() < moments.closes;
}
