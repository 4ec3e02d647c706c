import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { DeclarationDocument } from '../returns/declaration.document';
import { classify } from './classification';
import { daysBefore } from './look-back';
import type { Decision, Facts, RiskArea, Rulebook } from './rulebook.document';
import { byStrictness } from './strictest';

/** The rules of a town as they stand, or as they would stand. */
export type Rules = {
  /** Every version that decides arrivals from some day on. */
  rulebooks: readonly Rulebook[];
  areas: readonly RiskArea[];
  homeCity: string;
};

/**
 * What the rules would now do to somebody, if that is something else:
 * - `redecide`: not here yet. What applies is provisional, and written anew, stricter or milder.
 * - `review`: here already. Only something stricter counts, and a person has to act on it.
 */
export type Impact = { kind: 'redecide' | 'review'; facts: Facts; decision: Decision };

/** Preview and sweep both ask this and nothing else, so that what was previewed is what comes. */
export function impactOn(
  declaration: DeclarationDocument,
  { rulebooks, areas, homeCity }: Rules,
  decidedAt: string,
): Impact | null {
  const facts = { ...declaration.facts, homeCity };
  const rulebook = rulebookFor(rulebooks, facts.arrivalDate);
  if (rulebook === undefined || !mayStillMatter(declaration, rulebook, decidedAt)) return null;
  const decision = classify(facts, rulebook, areas, decidedAt);
  if (declaration.status === 'declared')
    return isOther(decision, declaration.decision) ? { kind: 'redecide', facts, decision } : null;
  const known = declaration.review
    ? stricterOf(declaration.decision, declaration.review.decision)
    : declaration.decision;
  return byStrictness(decision, known) > 0 ? { kind: 'review', facts, decision } : null;
}

/** The version that decides an arrival: the latest from-date up to that day, and of one day the latest version. */
export const rulebookFor = (rulebooks: readonly Rulebook[], arrivalDate: string): Rulebook | undefined =>
  [...rulebooks]
    .filter(({ validFrom }) => validFrom <= arrivalDate)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version)[0];

/** Somebody who was let go free is found again while they may still fall ill; whoever was released was watched that long. */
function mayStillMatter(
  { status, observationId, arrivesAt }: DeclarationDocument,
  { profile }: Rulebook,
  now: string,
): boolean {
  if (status === 'declared' || status === 'checked') return true;
  const since = daysBefore(now.slice(0, 10), profile.incubationDays);
  return status === 'closed' && observationId === null && toCalendarDate(chinaTime(arrivesAt)) >= since;
}

const isOther = (one: Decision, other: Decision): boolean =>
  byStrictness(one, other) !== 0 ||
  one.testDays.join() !== other.testDays.join() ||
  one.feverClinicFirst !== other.feverClinicFirst ||
  JSON.stringify(one.afterNegativeTest) !== JSON.stringify(other.afterNegativeTest);

const stricterOf = (one: Decision, other: Decision): Decision =>
  byStrictness(one, other) >= 0 ? one : other;
