import { strictnessOf } from '../../miniprogram/shared/labels';
import type { Measure } from '../contracts/health';

/** A measure with its days, and the days on which a test is due. */
export type Outcome = { measure: Measure; days: number; testDays: readonly number[] };

/** Positive when `a` is stricter than `b`: by measure, then by its days. */
export const byStrictness = (
  a: Pick<Outcome, 'measure' | 'days'>,
  b: Pick<Outcome, 'measure' | 'days'>,
): number => strictnessOf(a.measure) - strictnessOf(b.measure) || a.days - b.days;

/** The strictest measure, its longest days, and every test day that one of its rows asks for; null where there is nothing. */
export function strictestOf(
  outcomes: readonly Outcome[],
): { measure: Measure; days: number; testDays: number[] } | null {
  const [first] = [...outcomes].sort((a, b) => byStrictness(b, a));
  if (!first) return null;
  const testDays = outcomes
    .filter(({ measure }) => measure === first.measure)
    .flatMap((outcome) => outcome.testDays);
  return { measure: first.measure, days: first.days, testDays: [...new Set(testDays)].sort((a, b) => a - b) };
}
