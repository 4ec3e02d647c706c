/** One price in force from `at` on; `at` sorts like the moment it names. */
export type PastPrice = { price: number; at: string };

/** The lowest price that was in force at any time since `since`; `prices` oldest first. Several small steps are as good as one large one. */
export function referencePrice(prices: readonly PastPrice[], since: string): number {
  const last = prices[prices.length - 1];
  const inForce = prices.filter(({ at }, i) => at >= since || (prices[i + 1]?.at ?? '~') > since);
  return inForce.reduce((lowest, { price }) => Math.min(lowest, price), last?.price ?? 0);
}

/** True for a price more than `percent` above the reference. */
export const jumpsOver = (reference: number, price: number, percent: number): boolean =>
  reference > 0 && price * 100 > reference * (100 + percent);

/** How much dearer, in whole per cent. */
export const riseOf = (reference: number, price: number): number =>
  reference === 0 ? 0 : Math.round(((price - reference) * 100) / reference);
