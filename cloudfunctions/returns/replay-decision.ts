import type { DecisionView } from '../contracts/health';
import type { Context } from '../kernel/context';
import { afterNegativeTest } from '../observation/change-measure';
import { classify } from '../rulebook/classification';
import { decisionView } from '../rulebook/decision-view';
import type { Decision } from '../rulebook/rulebook.document';
import { isSameDecision } from './reclassify';
import { readVersion } from './returns.repository';
import { readAbout } from './show-declaration';

/** Computes a stored decision again from its own facts, areas and rules: what comes out must be what is stored. */
export async function replayDecision(
  { declarationId }: { declarationId: string },
  context: Context,
): Promise<{ isEqual: boolean; stored: DecisionView; replayed: DecisionView }> {
  const { gridPath, facts, decision } = await readAbout(declarationId, context);
  const rulebook = await readVersion(context, gridPath[0] ?? '', decision.rulebook.version);
  const onArrival = classify(facts, rulebook, decision.areas, decision.decidedAt);
  const replayed = hasFollowed(decision, onArrival) ? followUp(onArrival, context) : onArrival;
  return {
    isEqual: isSameDecision(replayed, decision),
    stored: decisionView(decision),
    replayed: decisionView(replayed),
  };
}

/** A negative test ended a temporary isolation, and what the same decision named for that case has begun. */
const hasFollowed = (stored: Decision, onArrival: Decision): boolean =>
  onArrival.afterNegativeTest !== null && stored.afterNegativeTest === null;

const followUp = (onArrival: Decision, context: Context): Decision =>
  onArrival.afterNegativeTest === null
    ? onArrival
    : afterNegativeTest(onArrival, onArrival.afterNegativeTest, context);
