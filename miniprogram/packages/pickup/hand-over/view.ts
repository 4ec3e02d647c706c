import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import type { HandingList } from '../../../services/pickup';
import { yuan } from '../../../shared/money';
import { handedText, hasAll, owedBy, placeText, type Tag, tagsOf, whenText } from '../row-words';

/** Who stands before the table. */
export type Household = {
  name: string;
  place: string;
  when: string;
  helper: string;
  note: string;
  handed: string;
  tags: Tag[];
  /** Fen that it owes for what it has; below zero it gets money back. */
  owed: number;
  owedText: string;
  hasAll: boolean;
  isDoor: boolean;
  isNoShow: boolean;
  hasAnything: boolean;
  hasPhoto: boolean;
};

export function householdOf(
  row: PickupRow,
  { list, isUnsent, now }: { list: HandingList | undefined; isUnsent: boolean; now: number },
): Household {
  const owed = owedBy(row);
  return {
    name: row.headName,
    place: placeText(row),
    when: whenText(row, list, now),
    helper: row.helper === null ? '' : `${row.helper} 帮着领`,
    note: row.note,
    handed: handedText(row, now),
    tags: tagsOf(row, isUnsent),
    owed,
    owedText: yuan(Math.abs(owed)),
    hasAll: hasAll(row),
    isDoor: row.way === 'door',
    isNoShow: row.handOver.status === 'noShow',
    hasAnything: row.delivered > 0 || row.paid > 0,
    hasPhoto: row.handOver.hasPhoto,
  };
}
