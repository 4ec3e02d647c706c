import type { OfferedRow } from '../contracts/orders';
import type { RoundCard } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { readFile } from '../registration/registration.repository';
import { roundCard } from '../rounds/round-card';
import { readOfferedRounds, readStaffRounds } from '../rounds/round.repository';
import { memberOf } from './buyer';
import { orderIdOf } from './order.document';
import { placedOf } from './order-file';
import { readOrdersById } from './order.repository';
import { roundRefusal } from './round-refusal';

/** Open rounds for my household, the one that closes first on top. */
export async function listOffered(_input: object, context: Context): Promise<{ rounds: OfferedRow[] }> {
  const file = await readFile(context, memberOf(context).householdId);
  const rounds = await readOfferedRounds(context.database, file.gridPath);
  const ids = rounds.map(({ _id }) => orderIdOf(_id, file._id));
  const orders = new Map((await readOrdersById(context, ids)).map((order) => [order.roundId, order]));
  return {
    rounds: rounds.map((round) => {
      const order = orders.get(round._id);
      return {
        round: roundCard(round),
        order: order ? placedOf(order) : null,
        refusal: roundRefusal(file, round, 'member', context),
      };
    }),
  };
}

const MOST_OFFERED = 50;

/** Open rounds in which households of my grids can order. */
export async function listOfferedFor(_input: object, context: Context): Promise<{ rounds: RoundCard[] }> {
  const rounds = await readStaffRounds(context, { statuses: ['open'], limit: MOST_OFFERED });
  return { rounds: rounds.map(roundCard).reverse() };
}
