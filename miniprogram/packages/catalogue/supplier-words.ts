import type { SupplierRow } from '../../../cloudfunctions/contracts/index';
import { ITEM_CATEGORIES } from '../../shared/labels';

export const KINDS = { supermarket: '超市', pharmacy: '药店' } as const;

/** A supplier as one card of a list. */
export const supplierCard = ({
  supplierId,
  name,
  kind,
  place,
  sells,
  people,
  mine,
  retired,
}: SupplierRow) => ({
  supplierId,
  name,
  icon: kind === 'pharmacy' ? 'pill' : 'store',
  note: `${KINDS[kind]} · ${place}`,
  sells: sells.map((category) => ITEM_CATEGORIES[category]).join('、'),
  /** Nobody sees its purchase lists yet. */
  tags: [
    ...(mine ? [] : [{ text: '镇里的', tone: '' }]),
    ...(retired ? [{ text: '已停用', tone: 'grey' }] : []),
    ...(mine && !retired && people === 0 ? [{ text: '还没加配送人', tone: 'amber' }] : []),
  ],
});
export type SupplierCard = ReturnType<typeof supplierCard>;
