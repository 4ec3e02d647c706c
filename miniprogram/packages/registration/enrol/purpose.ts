import { enrolFor } from '../../../services/household-life';
import { enrol } from '../../../services/registration';
import { ENROL_DRAFT, ENROL_FOR_DRAFT } from '../draft-store';
import { enrolForForm, enrolForm } from '../forms';
import type { HouseholdDraft } from '../household-draft';

/** Whose household is enrolled: one's own, or at somebody's door (上门登记). Same questions, other words and calls. */
export type Purpose = {
  title: string;
  draftName: string;
  atTheDoor: boolean;
  /** Sends it and answers the page that shows what became of it. */
  submit: (draft: HouseholdDraft) => Promise<string>;
};

const own: Purpose = {
  title: '登记我家',
  draftName: ENROL_DRAFT,
  atTheDoor: false,
  submit: async (draft) => {
    await enrol(enrolForm(draft));
    return '../household/index?sent=1';
  },
};

const atTheDoor: Purpose = {
  title: '上门登记',
  draftName: ENROL_FOR_DRAFT,
  atTheDoor: true,
  // Its papers are held against the rest of the roll there, before it counts as verified.
  submit: async (draft) => {
    const { householdId } = await enrolFor(enrolForForm(draft));
    return `../review/index?householdId=${encodeURIComponent(householdId)}`;
  },
};

export const purposeOf = (door: boolean): Purpose => (door ? atTheDoor : own);
