import type { NucleicAcidTest, Symptom } from '../contracts/health';
import { daysBefore, lookBackWindow } from './look-back';
import type { ClassificationRow, DiseaseProfile, Facts } from './rulebook.document';

/** How somebody is on arrival, as the disease profile sees it. */
export type Condition = {
  hasFever: boolean;
  /** Of those that the profile asks about. */
  symptoms: Symptom[];
  /** A positive test within the look-back window that no later test took back. */
  positive: NucleicAcidTest | null;
  /** Green code, and nothing of the above. */
  isHealthy: boolean;
};

export function conditionOf(facts: Facts, profile: DiseaseProfile, decidedAt: string): Condition {
  const hasFever = facts.temperature !== null && facts.temperature >= profile.feverFrom;
  const symptoms = profile.symptoms.filter((symptom) => facts.symptoms.includes(symptom));
  const { from } = lookBackWindow(facts.arrivalDate, profile.lookBackDays);
  const [latest] = knownTests(facts, decidedAt);
  const positive = latest?.result === 'positive' && latest.date >= from ? latest : null;
  const isHealthy = facts.healthCode === 'green' && !hasFever && symptoms.length === 0 && positive === null;
  return { hasFever, symptoms, positive, isHealthy };
}

/** Results that were there when it was decided, latest first; of one day the positive one counts. */
const knownTests = ({ tests }: Facts, decidedAt: string): NucleicAcidTest[] =>
  tests
    .filter(({ result, date }) => result !== 'waiting' && date <= decidedAt.slice(0, 10))
    .sort((a, b) => b.date.localeCompare(a.date) || (a.result === 'positive' ? -1 : 1));

/** A negative test taken so many days before arrival or later, that no positive one followed. */
export function hasNegativeTest(facts: Facts, days: number, decidedAt: string): boolean {
  const [latest] = knownTests(facts, decidedAt);
  return latest?.result === 'negative' && latest.date >= daysBefore(facts.arrivalDate, days);
}

/** Whether all that a row asks about the person holds; where they came from is asked elsewhere. */
export function holdsForPerson(
  { contacts, negativeTestWithinDays: test, healthy, feverOrSymptom }: ClassificationRow['when'],
  facts: Facts,
  { isHealthy, hasFever, symptoms }: Condition,
  decidedAt: string,
): boolean {
  return (
    (contacts === undefined || contacts.includes(facts.contact)) &&
    (test === undefined || hasNegativeTest(facts, test.days, decidedAt) === test.present) &&
    (healthy === undefined || healthy === isHealthy) &&
    (feverOrSymptom === undefined || feverOrSymptom === (hasFever || symptoms.length > 0))
  );
}
