import type { Context } from '../kernel/context';
import type { RoundDocument } from '../rounds/round.document';

/**
 * 排领取时间: a slot or the door for every order, after the demand was summed. Writes its result and the round's next job through `writeJob`; true when the step is
 * finished, false when time is up or somebody else is at it: the next call goes on where this one stopped.
 */
export async function assignSlots(
  _context: Context,
  _round: RoundDocument,
  _isTimeLeft: () => boolean,
): Promise<boolean> {
  return Promise.resolve(false);
}
