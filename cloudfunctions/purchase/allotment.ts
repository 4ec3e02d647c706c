/** What a household would like of one item. `at` is when it ordered; `care` when somebody of the seven care categories lives there. */
export type Want = { id: string; quantity: number; care: boolean; at: string };

/**
 * Shares out what comes of one item, by the round's rule: households of the care categories first; in each of the two groups one piece each in
 * turn until it is gone; the last pieces of a turn to whoever ordered first. Never more than there is, never more than was wanted, and
 * two of a group who wanted enough differ by one at most. The same wants in any order get the same shares.
 */
export function allot(wants: readonly Want[], available: number): Map<string, number> {
  const inOrder = [...wants].sort(byTimeOfOrder);
  const care = shareInTurn(
    inOrder.filter((want) => want.care),
    available,
  );
  const others = shareInTurn(
    inOrder.filter((want) => !want.care),
    available - sumOf(care.values()),
  );
  return new Map([...care, ...others]);
}

const byTimeOfOrder = (one: Want, other: Want): number =>
  compare(one.at, other.at) || compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0);

function shareInTurn(wants: readonly Want[], available: number): Map<string, number> {
  const turns = wholeTurns(wants, available);
  let left = available - sumOf(wants.map(({ quantity }) => Math.min(quantity, turns)));
  return new Map(
    wants.map(({ id, quantity }) => {
      const isNext = quantity > turns && left > 0;
      if (isNext) left -= 1;
      return [id, Math.min(quantity, turns) + (isNext ? 1 : 0)];
    }),
  );
}

/** How many turns everybody who still wants something can be served in. */
function wholeTurns(wants: readonly Want[], available: number): number {
  let turns = 0;
  let left = available;
  const quantities = wants.map(({ quantity }) => quantity).sort((one, other) => one - other);
  for (const [served, quantity] of quantities.entries()) {
    const waiting = quantities.length - served;
    if ((quantity - turns) * waiting > left) return turns + Math.floor(left / waiting);
    left -= (quantity - turns) * waiting;
    turns = quantity;
  }
  return turns;
}
