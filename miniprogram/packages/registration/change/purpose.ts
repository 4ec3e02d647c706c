import type { HouseholdView } from '../../../../cloudfunctions/contracts/index';
import {
  changeMyHousehold,
  correctHousehold,
  myHousehold,
  readHousehold,
} from '../../../services/registration';
import { CHANGE_DRAFT, correctionDraft } from '../draft-store';
import { changeForm, correctForm } from '../forms';
import type { HouseholdDraft } from '../household-draft';

/** Whose change it is: the household's own, or the grid member's correction at the door. Same form, other words and calls. */
export type Purpose = {
  title: string;
  draftName: string;
  /** The household consents again; a correction states its reason instead. */
  consents: boolean;
  send: string;
  sent: string;
  /** What the form starts from, beside the file. */
  start: (file: HouseholdView) => Partial<HouseholdDraft>;
  read: () => Promise<HouseholdView>;
  submit: (draft: HouseholdDraft) => Promise<HouseholdView>;
};

const own: Purpose = {
  title: '修改我家档案',
  draftName: CHANGE_DRAFT,
  consents: true,
  send: '交给网格员核实',
  sent: '改好了，已经交给网格员',
  start: () => ({}),
  read: myHousehold,
  submit: (draft) => changeMyHousehold(changeForm(draft)),
};

const correction = (householdId: string): Purpose => ({
  title: '改正登记',
  draftName: correctionDraft(householdId),
  consents: false,
  send: '存下改正',
  sent: '改正好了',
  start: ({ guardianConsented }) => ({ atTheDoor: true, guardian: guardianConsented }),
  read: () => readHousehold(householdId),
  submit: (draft) => correctHousehold(correctForm(draft)),
});

export const purposeOf = (householdId: string): Purpose =>
  householdId === '' ? own : correction(householdId);

export const CORRECTION_REASONS = ['住户当面说的', '对照证件改的', '住户打电话来改', '家里人口有变化'];
