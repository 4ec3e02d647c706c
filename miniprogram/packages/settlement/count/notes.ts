/** What cash comes in: fen each, and how one calls it. */
export const NOTES = [
  { fen: 100_00, name: '100 元', measure: '张' },
  { fen: 50_00, name: '50 元', measure: '张' },
  { fen: 20_00, name: '20 元', measure: '张' },
  { fen: 10_00, name: '10 元', measure: '张' },
  { fen: 5_00, name: '5 元', measure: '张' },
  { fen: 1_00, name: '1 元', measure: '张' },
  { fen: 50, name: '5 角', measure: '个' },
  { fen: 10, name: '1 角', measure: '个' },
] as const;

/** How many were typed; null for what is no number. Nothing typed is none. */
function pieces(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

/** By row: what is wrong with what was typed, empty when nothing is. */
export const wrongPieces = (typed: readonly string[]): string[] =>
  typed.map((text) => (pieces(text) === null ? '只写数字，比如 12' : ''));

/** Fen in all; what can't be read counts nothing until it is right. */
export const cashOf = (typed: readonly string[]): number =>
  NOTES.reduce((sum, { fen }, at) => sum + fen * (pieces(typed[at] ?? '') ?? 0), 0);
