/** Pairs of neighbouring signs, without what only separates words. */
function pairsOf(text: string): Set<string> {
  const signs = Array.from(text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, ''));
  return new Set(signs.slice(1).map((sign, n) => `${signs[n] ?? ''}${sign}`));
}

/** How much two texts share, from 0 to 1 (Dice over pairs of signs): the same rumour is passed on in nearly the same words. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** The others with the likest before the rest, which stay in their order. */
export const likestFirst = <T extends { text: string }>(text: string, others: readonly T[]): T[] =>
  [...others].sort((a, b) => likeness(text, b.text) - likeness(text, a.text));
