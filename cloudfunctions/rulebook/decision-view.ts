import { measureWords } from '../../miniprogram/shared/labels';
import type { DecisionView } from '../contracts/health';
import type { Decision } from './rulebook.document';

/** A decision as everybody may read it. */
export const decisionView = ({
  measure,
  days,
  testDays,
  afterNegativeTest,
  feverClinicFirst,
  reasons,
  rulebook,
}: Decision): DecisionView => ({
  measure,
  days,
  testDays,
  feverClinicFirst,
  reasons,
  words:
    measure === 'temporaryIsolation' && afterNegativeTest
      ? `临时隔离，核酸阴性后${measureWords(afterNegativeTest)}`
      : measureWords({ measure, days }),
  rulebook,
});
