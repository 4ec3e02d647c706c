import type { Context } from '../kernel/context';
import type { Change, Condition } from '../kernel/documents';
import { readFile } from '../registration/registration.repository';
import { adultsOf, isAdult, type Writer } from './buyer';
import { isAsSeen, type Seen } from './order-file';
import { changeOrder, findOrder } from './order.repository';

/**
 * Changes an order where it still is as the phone showed it, and the writer may. What was shown is part of the condition, so a claim that isn't true
 * changes nothing, and nothing has to be read first.
 */
export async function changeSeen(
  context: Context,
  { orderId, seen, writer }: { orderId: string; seen: Seen; writer: Writer },
  change: Change,
): Promise<boolean> {
  const asSeen = seenCondition(context, seen);
  if (await changeOrder(context, orderId, { ...asSeen, ...writerCondition(context, writer) }, change))
    return true;
  if (writer.how === 'proxy') return false;
  // Somebody who came into the household, or of age, after it ordered.
  const order = await findOrder(context, orderId);
  if (!order || !isAsSeen(order, seen)) return false;
  const file = await readFile(context, writer.householdId);
  if (!isAdult(file, context)) return false;
  const adults = context.database.command.set(adultsOf(file, context));
  return changeOrder(context, orderId, asSeen, { ...change, adults });
}

function seenCondition({ database }: Context, { version, status, lines }: Seen): Condition {
  if (status === 'cancelled') return { version, status };
  const { command } = database;
  const [first, ...others] = lines.map((line) => command.elemMatch(line));
  return {
    version,
    status,
    lines: first === undefined ? command.size(0) : command.and(command.size(lines.length), first, ...others),
  };
}

/** A member has to be of age; a proxy acts for the care categories. */
const writerCondition = ({ caller, database }: Context, { how }: Writer): Condition => {
  if (how === 'proxy') return { 'care.0': database.command.exists(true) };
  return caller.personId === null ? {} : { adults: caller.personId };
};
