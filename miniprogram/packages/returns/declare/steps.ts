import { checkHealth, checkSigning, checkStays, checkTrip, checkWho, type Asked } from './check-declaration';
import type { DeclarationDraft } from './declaration-draft';
import type { Errors } from '../../../shared/form-errors';

export type StepName = 'who' | 'trip' | 'stays' | 'health' | 'sign' | 'review';
/** 申报 and 代办 ask everything; a change asks what can still be said differently, a new plan only the way. */
export type Purpose = 'declare' | 'proxy' | 'amend' | 'plan';

export const STEPS_OF: Readonly<Record<Purpose, readonly StepName[]>> = {
  declare: ['who', 'trip', 'stays', 'health', 'sign'],
  proxy: ['who', 'trip', 'stays', 'health', 'sign'],
  amend: ['trip', 'stays', 'health', 'review'],
  plan: ['trip', 'stays', 'review'],
};

export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  who: '谁回来',
  trip: '怎么来',
  stays: '住过哪里',
  health: '健康情况',
  sign: '核对签名',
  review: '核对',
};

/** The step's question, as the page's title. */
export const stepTitle = (step: StepName, lookBackDays: number): string =>
  ({
    who: '谁回来？',
    trip: '怎么来？',
    stays: `过去 ${lookBackDays} 天住过哪里？`,
    health: '身体怎么样？',
    sign: '核对一遍，再签名',
    review: '核对一遍，再交',
  })[step];

const CHECKS: Readonly<Record<StepName, (draft: DeclarationDraft, asked: Asked) => Errors>> = {
  who: checkWho,
  trip: checkTrip,
  stays: checkStays,
  health: checkHealth,
  sign: checkSigning,
  review: () => ({}),
};

/** What is wrong with the answers of one step. */
export const checkStep = (step: StepName, draft: DeclarationDraft, asked: Asked): Errors =>
  CHECKS[step](draft, asked);

/** The step on which the answer to a path is given. */
export function stepOf(path: string): StepName {
  if (path === 'trip.stays') return 'stays';
  if (path.startsWith('trip')) return 'trip';
  if (path === 'travellers' || /^travellers\.\d+\.(form|personId)/.test(path)) return 'who';
  if (path.startsWith('travellers') || /^(health|test|photos)/.test(path)) return 'health';
  return path.startsWith('destination') ? 'who' : 'sign';
}

/** The first step with something wrong, so that nobody is sent to the last answer before the first. */
export function firstWrongStep(errors: Errors, steps: readonly StepName[]): number {
  const wrong = new Set(Object.keys(errors).map(stepOf));
  const first = steps.findIndex((step) => wrong.has(step));
  return first < 0 ? steps.length - 1 : first;
}
