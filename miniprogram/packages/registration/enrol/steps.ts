import { checkAddress, checkConsent, checkPeople, checkPerson, checkPlace } from '../check-household';
import type { HouseholdDraft } from '../household-draft';
import type { Errors } from '../../../shared/form-errors';

/** The questions in their order; `title` stands on the page, `name` in the step bar. */
export const STEPS = [
  { name: '村组', title: '您家在哪个村、哪个组？' },
  { name: '门牌', title: '门牌号是多少？' },
  { name: '户主', title: '户主是谁？' },
  { name: '家人', title: '家里还有谁？' },
  { name: '同意', title: '登记前，请看一遍' },
  { name: '核对', title: '核对一遍，再交' },
] as const;
export const LAST_STEP = STEPS.length - 1;

/** What is wrong with the answers of one step. */
export function checkStep(step: number, draft: HouseholdDraft, today: string): Errors {
  if (step === 0) return checkPlace(draft);
  if (step === 1) return checkAddress(draft);
  if (step === 2 && draft.people[0]) return checkPerson(draft.people[0], 0, draft);
  if (step === 3) return checkPeople(draft, 1);
  if (step === 4) return checkConsent(draft, today);
  return {};
}

/** The step on which the answer to a path is given. */
export function stepOf(path: string): number {
  if (path === 'gridId') return 0;
  if (path === 'address' || path === 'tenure') return 1;
  if (path.startsWith('people.0.')) return 2;
  if (path.startsWith('people') || path === 'members') return 3;
  return path === 'consent' || path === 'guardian' ? 4 : LAST_STEP;
}

/** The first step with something wrong, so that nobody is sent to the last answer before the first. */
export function firstWrongStep(errors: Errors): number {
  return Math.min(LAST_STEP, ...Object.keys(errors).map(stepOf));
}
