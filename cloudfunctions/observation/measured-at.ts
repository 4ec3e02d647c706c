import type { Dayjs } from 'dayjs';
import { momentsOf, type SlotTimes } from '../../miniprogram/shared/slots';
import { chinaTime } from '../kernel/clock';

/** A phone's clock is set by the network; one that is a little ahead is no lie. */
const CLOCKS_DIFFER_BY_MINUTES = 5;
/** Within a day every phone is somewhere with a network; what comes later than that nobody can tell from a clock that was turned back. */
const HOURS_UNDERWAY = 24;

/**
 * When somebody was measured: what the phone says, where that can be so. Otherwise a reading counts from when it arrives, for a phone's
 * clock may be wrong and nobody is to lose a reading by it. Never later than now.
 */
export function measuredBetween(
  measuredAt: string | undefined,
  { from, before }: { from: number; before: number },
  now: Dayjs,
): Dayjs {
  if (measuredAt === undefined) return now;
  const said = chinaTime(measuredAt);
  const isPast = said.valueOf() <= now.add(CLOCKS_DIFFER_BY_MINUTES, 'minute').valueOf();
  if (!isPast || said.valueOf() < from || said.valueOf() >= before) return now;
  return said.isAfter(now) ? now : said;
}

/** The same for a slot: within its own hours, whenever it arrives. */
export function measuredInSlot(
  measuredAt: string | undefined,
  slotTimes: readonly SlotTimes[],
  slot: string,
  now: Dayjs,
): Dayjs {
  const moments = momentsOf(slotTimes, slot);
  return moments === null
    ? now
    : measuredBetween(measuredAt, { from: moments.opens, before: moments.closes }, now);
}

/** The same outside of any slot. */
export const measuredLately = (measuredAt: string | undefined, now: Dayjs): Dayjs =>
  measuredBetween(
    measuredAt,
    { from: now.subtract(HOURS_UNDERWAY, 'hour').valueOf(), before: Number.POSITIVE_INFINITY },
    now,
  );

/** Whether a reading that was measured in a slot may still take the place of its gap. */
export function mayStillArrive(slotTimes: readonly SlotTimes[], slot: string, now: Dayjs): boolean {
  const closes = momentsOf(slotTimes, slot)?.closes;
  return closes !== undefined && now.subtract(HOURS_UNDERWAY, 'hour').valueOf() < closes;
}
