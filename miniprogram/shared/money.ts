/** Fen as yuan for the eye: 2350 is 「23.5」, 8800 is 「88」. The unit word stands apart: 「23.5 元」. */
export const yuan = (fen: number): string => String(Math.round(fen) / 100);

/** Typed yuan as fen; null for what is no amount of money. */
export function fenOf(typed: string): number | null {
  const match = /^(\d{1,7})(?:[.。](\d{0,2}))?$/.exec(typed.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
