import type { CareRow } from '../../../../cloudfunctions/contracts/index';
import { CARE_CATEGORIES } from '../../../shared/labels';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';

export type HouseholdRow = {
  householdId: string;
  name: string;
  /** 柳溪村三组，12 号，4 口人 */
  place: string;
  care: string[];
  hasPhone: boolean;
  order: { text: string; tone: 'green' | 'amber' };
  action: string;
};

/** A household of the care categories, and whether it has ordered. */
export function householdRow({
  householdId,
  headName,
  place,
  address,
  phoneMask,
  peopleCount,
  care,
  order,
}: CareRow): HouseholdRow {
  const isPlaced = order?.status === 'placed';
  return {
    householdId,
    name: headName,
    place: [shortPlace(place), address, `${peopleCount} 口人`].filter((part) => part !== '').join('，'),
    care: care.map((category) => CARE_CATEGORIES[category]),
    hasPhone: phoneMask !== null,
    order: isPlaced
      ? {
          text: `${order.how === 'proxy' ? `${order.byName}代订了` : '自己订了'}，${yuan(order.ordered)} 元`,
          tone: 'green',
        }
      : { text: order ? '取消了' : '还没订', tone: 'amber' },
    action: isPlaced ? '改一改' : '给他家订',
  };
}
