import type { FormNeeds } from '../../../../cloudfunctions/contracts/index';
import { CloudError } from '../../../services/cloud';
import { readReturnForm, readReturnFormFor } from '../../../services/returns';
import type { DeclarationDraft } from './declaration-draft';
import type { Purpose } from './steps';

const KEY = 'return-form';

export const NO_NEEDS: FormNeeds = {
  disease: '',
  lookBackDays: 14,
  symptoms: [],
  feverFrom: 0,
  household: null,
};

/**
 * What the form asks about, by the rules of that day and place. One's own form is opened again without network by what it asked
 * last; somebody else's household is never kept on this phone.
 */
export async function readNeeds(purpose: Purpose, draft: DeclarationDraft): Promise<FormNeeds> {
  const { gridId, arrivalDate, householdId } = draft;
  const asked = {
    ...(gridId === '' ? {} : { gridId }),
    ...(arrivalDate === '' ? {} : { arrivalDate }),
  };
  if (purpose === 'proxy')
    return readReturnFormFor({ ...asked, ...(householdId === '' ? {} : { householdId }) });
  try {
    const needs = await readReturnForm(asked);
    wx.setStorageSync(KEY, needs);
    return needs;
  } catch (error) {
    const kept = keptNeeds();
    if (kept && error instanceof CloudError && error.code === 'NETWORK') return kept;
    throw error;
  }
}

function keptNeeds(): FormNeeds | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'object' && value !== null && 'lookBackDays' in value
    ? (value as FormNeeds)
    : undefined;
}
