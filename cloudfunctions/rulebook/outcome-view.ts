import type { Decision } from './rulebook.document';
import { decisionView } from './decision-view';

/** A decision in short: what applies. */
export const outcomeView = (
  decision: Decision,
): { measure: Decision['measure']; days: number; words: string } => ({
  measure: decision.measure,
  days: decision.days,
  words: decisionView(decision).words,
});
