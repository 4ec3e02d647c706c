import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { type Cart, cartOf, type Placed, seenOf } from './carts';
import type { Phone, ReplyOf } from './township';

export type Quantities = Readonly<Record<string, number>>;
type Reply = ReplyOf<'orders', 'order'>;

/** A household in the rush, with two phones and its own luck: the same each run. */
export type Buyer = { householdId: string; phone: Phone; second: Phone; luck: () => number };

/** What a household was told, and how many of its calls were answered. */
export type Told = { placed: Placed | null; holds: Quantities; answered: number; refused: number };

/** Of ten households: so many tap twice at once, order from both phones at once, send again after they were answered, change their mind. */
const OF_TEN = { doubleTaps: 1, bothPhones: 0.5, resends: 1.5, edits: 2 };
/** What nobody in a shop would go on after. */
const MOST_TRIES = 20;

/** Numbers from 0 to 1 that look like chance and follow from the seed (a linear congruential generator). */
export function luckOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Orders until it has something or there is nothing left, then may send again and change its mind. */
export async function shop(buyer: Buyer, round: RoundDocument, wanted: Quantities): Promise<Told> {
  const { phone, luck } = buyer;
  const told: Told = { placed: null, holds: {}, answered: 0, refused: 0 };
  let wish = wanted;
  for (let tries = 0; told.placed === null && tries < MOST_TRIES; tries += 1) {
    if (Object.keys(wish).length === 0) return told;
    const cart = cartOf(round, wish);
    const replies = await send(buyer, cart, round, wish);
    told.answered += replies.length;
    const good = replies.find(({ reply }) => reply.ok);
    if (good?.reply.ok) {
      Object.assign(told, { placed: good.reply.data, holds: good.wish });
      if (luck() * 10 < OF_TEN.resends) await sendAgain(phone, good.cart, told);
    } else {
      told.refused += 1;
      wish = without(wish, replies[0]!.reply);
    }
  }
  if (told.placed !== null && luck() * 10 < OF_TEN.edits) await changeMind(buyer, round, told);
  return told;
}

type Sent = { cart: Cart; wish: Quantities; reply: Reply };

/** Once, twice at once, or from two phones that don't know of each other. */
async function send(
  { phone, second, luck }: Buyer,
  cart: Cart,
  round: RoundDocument,
  wish: Quantities,
): Promise<Sent[]> {
  const one = async (by: Phone, with_: Cart): Promise<Sent> => ({
    cart: with_,
    wish,
    reply: await by.call('orders', 'order', with_),
  });
  const dice = luck() * 10;
  if (dice < OF_TEN.doubleTaps) return Promise.all([one(phone, cart), one(phone, cart)]);
  if (dice < OF_TEN.doubleTaps + OF_TEN.bothPhones)
    return Promise.all([one(phone, cart), one(second, cartOf(round, wish))]);
  return [await one(phone, cart)];
}

/** The same request again is answered the same, whoever of the two phones had placed it. */
async function sendAgain(phone: Phone, cart: Cart, told: Told): Promise<void> {
  const reply = await phone.call('orders', 'order', cart);
  told.answered += 1;
  if (reply.ok && reply.data.version !== told.placed?.version)
    throw new Error('The same request was answered with another order');
}

/** One more of this, none of that: taken and given back in one edit. */
async function changeMind({ phone, luck }: Buyer, round: RoundDocument, told: Told): Promise<void> {
  const { veg = 0, ...others } = told.holds;
  const wish = { veg: veg === 2 ? 1 : 2, ...(luck() < 0.5 && others) };
  if (told.placed === null) return;
  const seen = seenOf(told.placed, told.holds);
  const reply = await phone.call('orders', 'order', cartOf(round, wish, { seen }));
  told.answered += 1;
  if (reply.ok) Object.assign(told, { placed: reply.data, holds: wish });
}

/** The cart without what the refusal names; as it is where it only says to try again. */
function without(wish: Quantities, reply: Reply): Quantities {
  if (reply.ok) return wish;
  const gone = new Set(Object.keys(reply.error.fields ?? {}).map((path) => Number(path.split('.')[1])));
  return Object.fromEntries(Object.entries(wish).filter((_, position) => !gone.has(position)));
}
