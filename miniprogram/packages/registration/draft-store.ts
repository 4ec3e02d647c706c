import { readDraft } from '../../services/drafts';
import { isHouseholdDraft, type HouseholdDraft } from './household-draft';

/** One draft a purpose: my enrolment, one at somebody's door, my change, and one for each household that is corrected at the door. */
export const ENROL_DRAFT = 'enrol';
/** 上门登记: the grid member's form for somebody else's household. */
export const ENROL_FOR_DRAFT = 'enrolFor';
export const CHANGE_DRAFT = 'change';
export const correctionDraft = (householdId: string): string => `correct:${householdId}`;

export const readHouseholdDraft = (name: string): HouseholdDraft | undefined =>
  readDraft(name, isHouseholdDraft);
