import type { StaffRole } from '../contracts';
import type { Caller } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Transaction } from '../kernel/transaction';
import type { ObservationDocument } from '../observation/observation.document';
import { isSamePerson, type PersonBehind, personBehind } from '../registration/person-behind';
import type { ReleaseDocument } from './release.document';

export type StepName = 'propose' | 'check' | 'approve';

/** Who takes which step: the village proposes, the town checks, headquarters approves. */
export const ROLES_OF: Readonly<Record<StepName, readonly StaffRole[]>> = {
  propose: ['gridMember', 'gridLeader'],
  check: ['townOfficer'],
  approve: ['townOfficer'],
};

/** Somebody who takes steps, by phone, proved number and papers. */
export type StepTaker = PersonBehind & { name: string; householdId: string | null };

/** Who the caller is, as one who takes steps. */
export const stepTakerOf = async (get: Transaction['get'], caller: Caller): Promise<StepTaker> => ({
  ...(await personBehind(get, caller)),
  name: caller.name ?? '',
  householdId: caller.householdId,
});

/** The role in which the caller may take a step over this place; null when in none. */
export const roleFor = ({ posts }: Caller, step: StepName, gridPath: readonly string[]): StaffRole | null =>
  posts.find(({ role, gridId }) => ROLES_OF[step].includes(role) && gridPath.includes(gridId))?.role ?? null;

/** Why this person may not take the next step, in words; empty when they may. */
export function whyNotBy(
  taker: StepTaker,
  observation: Pick<ObservationDocument, 'householdId' | 'personKey'>,
  release: Pick<ReleaseDocument, 'proposed' | 'checked'> | null,
): string {
  if (taker.householdId === observation.householdId || taker.papersIndex === observation.personKey)
    return '自己家的人，要请别人来办';
  const taken = [release?.proposed, release?.checked].some((step) => step && isSamePerson(step, taker));
  return taken ? '前面一步是您办的。三步要由三个不同的人来办' : '';
}

/** Throws, in words for the caller, when they may not take the step. */
export function requireOther(
  taker: StepTaker,
  observation: Pick<ObservationDocument, 'householdId' | 'personKey'>,
  release: ReleaseDocument | null,
): void {
  const whyNot = whyNotBy(taker, observation, release);
  if (whyNot !== '') throw new AppError('CONFLICT', whyNot);
}
