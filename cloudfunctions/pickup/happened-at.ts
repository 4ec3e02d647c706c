import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { RoundDocument } from '../rounds/round.document';

/**
 * When an act at the counter happened: what the phone says, where that can be so: not before the goods came, and not later than now.
 * Otherwise it counts from when it arrives, for a phone's clock may be wrong and no hand-over is to be lost by it.
 */
export function happenedAt(
  said: string | undefined,
  { arrivedAt }: Pick<RoundDocument, 'arrivedAt'>,
  { now }: Pick<Context, 'now'>,
): string {
  if (said === undefined) return toTimestamp(now);
  const moment = chinaTime(said);
  const isPossible = !moment.isAfter(now) && (arrivedAt === null || !moment.isBefore(chinaTime(arrivedAt)));
  return toTimestamp(isPossible ? moment : now);
}
