import type { SupplierView } from '../../../../cloudfunctions/contracts/index';
import { ITEM_CATEGORIES } from '../../../shared/labels';
import { KINDS } from '../supplier-words';

const STATUSES = { invited: '还没登录', active: '', gone: '岗位撤掉了' } as const;

export const supplierPage = (supplier: SupplierView) => ({
  supplierId: supplier.supplierId,
  version: supplier.version,
  name: supplier.name,
  retired: supplier.retired,
  mine: supplier.mine,
  facts: [
    { label: '是什么', value: KINDS[supplier.kind] },
    { label: '属于', value: supplier.place },
    { label: '卖什么', value: supplier.sells.map((category) => ITEM_CATEGORIES[category]).join('、') },
    { label: '电话', value: supplier.phoneMask },
  ],
  people: supplier.people.map(({ postId, name, phoneMask, status }) => ({
    postId,
    name,
    phoneMask,
    tag: STATUSES[status],
  })),
});
export type SupplierPage = ReturnType<typeof supplierPage>;

export const blankSupplier: SupplierPage = {
  supplierId: '',
  version: 0,
  name: '',
  retired: false,
  mine: false,
  facts: [],
  people: [],
};
