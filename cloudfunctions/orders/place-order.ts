import type * as z from 'zod';
import type { ordersContract, Placed } from '../contracts/orders';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { askForTemperature } from '../medicines/ask-for-temperature';
import type { HouseholdDocument } from '../registration/household.document';
import { readFile } from '../registration/registration.repository';
import { careOf, memberOf, proxyOf, refusalOf, type Writer } from './buyer';
import { carryOut, heldBy } from './carry-out';
import { changeSeen } from './change-seen';
import { explainRefusal } from './explain-refusal';
import { orderIdOf } from './order.document';
import { actOf, type Cart, contentsOf, needOf, newOrder, placedOf, type Seen } from './order-file';
import { type Drugs, readDrugs } from './order-medicine';
import { addOrder, remembering } from './order.repository';
import { type Asked, beyond, quantitiesOf } from './reserve';

type InputFor = z.output<typeof ordersContract.orderFor.input>;

/** 下单, for one's own household. */
export const placeOrder = async (input: Cart, context: Context): Promise<Placed> =>
  place(input, memberOf(context), context);

/** 代订, as the household said by phone or at its door. */
export const placeOrderFor = async (input: InputFor, context: Context): Promise<Placed> =>
  place(input, proxyOf(input), context);

async function place(cart: Cart, writer: Writer, context: Context): Promise<Placed> {
  context.about({ householdId: writer.householdId });
  return cart.seen ? change(cart, cart.seen, writer, context) : placeFirst(cart, writer, context);
}

const askedOf = (cart: Cart, seen: Seen | null, household: Asked['household']): Asked => ({
  roundId: cart.roundId,
  lines: cart.lines,
  taking: beyond(quantitiesOf(cart.lines), heldBy(seen)),
  pointId: cart.wish.way === 'door' ? null : cart.wish.pointId,
  household,
});

/** A household's first order of the round. Two phones at once meet at its id: one is added, the other is told. */
async function placeFirst(cart: Cart, writer: Writer, context: Context): Promise<Placed> {
  const { requestId, roundId } = cart;
  const orderId = orderIdOf(roundId, writer.householdId);
  const file = await readFile(context, writer.householdId);
  context.about({ gridPath: file.gridPath });
  const asked = askedOf(cart, null, { gridPath: file.gridPath, hasCare: careOf(file).length > 0 });
  const refusal = refusalOf(file, writer.how, context);
  if (refusal !== null)
    return explainRefusal({ requestId, orderId, writer, seen: null, asked, refusal }, context);
  const drugs = await readDrugs(cart, async () => Promise.resolve(file), context);
  const order = newOrder(cart, file, writer, context, drugs);
  const write = async () => {
    await askAbout(drugs, file, orderId, context);
    return addOrder(context, order);
  };
  return carryOut({ requestId, orderId, writer, seen: null, asked, write, placed: placedOf(order) }, context);
}

/** Another order of the same household in place of the one that was seen, also of one that was cancelled. */
async function change(cart: Cart, seen: Seen, writer: Writer, context: Context): Promise<Placed> {
  const { requestId, roundId, lines } = cart;
  const orderId = orderIdOf(roundId, writer.householdId);
  let file: HouseholdDocument | null = null;
  const drugs = await readDrugs(
    cart,
    async () => (file = await readFile(context, writer.householdId)),
    context,
  );
  const contents = contentsOf(cart, writer, context, drugs);
  const verb = seen.status === 'cancelled' ? 'again' : 'edit';
  const write = async () => {
    if (file !== null) await askAbout(drugs, file, orderId, context);
    const act = actOf(requestId, writer, context, { verb, lines });
    const fields = { ...contents, ...needOf(cart, writer, context) };
    return changeSeen(context, { orderId, seen, writer }, remembering(context, fields, act));
  };
  const { status, ordered } = contents;
  const changedAt = toTimestamp(context.now);
  return carryOut(
    {
      requestId,
      orderId,
      writer,
      seen,
      asked: askedOf(cart, seen, null),
      write,
      placed: { orderId, status, version: seen.version + 1, ordered, changedAt },
    },
    context,
  );
}

/** Before the order is written, so that a process killed in between loses no task. */
async function askAbout(
  drugs: Drugs,
  { _id: householdId, gridPath, pathNames }: HouseholdDocument,
  orderId: string,
  context: Context,
): Promise<void> {
  if (drugs.size > 0)
    await askForTemperature(context, { _id: orderId, householdId, gridPath, pathNames }, [...drugs.values()]);
}
