import type { WaitingHousehold } from '../../../cloudfunctions/contracts/index';
import { dayText } from '../../shared/dates';
import { CARE_CATEGORIES } from '../../shared/labels';
import { shortPlace } from '../../shared/places';

export type HouseholdRow = {
  householdId: string;
  title: string;
  where: string;
  care: string[];
  note: string;
  hasPhone: boolean;
};

/** A household to call. `note`: what is known of its last goods, where that is what the list is about. */
export const householdRow = (household: WaitingHousehold, note: string): HouseholdRow => ({
  householdId: household.householdId,
  title: `${household.headName}家，${household.peopleCount} 口人`,
  where: `${shortPlace(household.place)} ${household.address}`,
  care: household.care.map((category) => CARE_CATEGORIES[category]),
  note,
  hasPhone: household.phoneMask !== null,
});

export const lastText = ({ lastOn }: Pick<WaitingHousehold, 'lastOn'>): string =>
  lastOn === null ? '最近没有领到过东西' : `上次领到东西是 ${dayText(lastOn)}`;
