import type { Errors } from '../../../shared/form-errors';

export type StepName = 'text' | 'source' | 'audience' | 'way';
export const STEPS: readonly StepName[] = ['text', 'source', 'audience', 'way'];
export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  text: '写什么',
  source: '谁说的',
  audience: '发给谁',
  way: '怎么发',
};
export const STEP_TITLES: Readonly<Record<StepName, string>> = {
  text: '写什么？',
  source: '谁说的，管到哪天？',
  audience: '发给谁？',
  way: '怎么发？',
};

const SOURCE = ['organisation', 'documentNumber', 'date', 'scan', 'validUntil'];
const AUDIENCE = ['gridIds', 'tags', 'roles'];

/** The step on which an answer is given. */
export function stepOf(field: string): StepName {
  if (SOURCE.includes(field)) return 'source';
  if (AUDIENCE.includes(field)) return 'audience';
  return field === 'sendAt' ? 'way' : 'text';
}

export const errorsOn = (step: StepName, errors: Errors): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => stepOf(field) === step));

/** The first step with something wrong, so that nobody is sent to the last answer before the first. */
export const firstWrongStep = (errors: Errors): number =>
  STEPS.findIndex((step) => Object.keys(errors).some((field) => stepOf(field) === step));
