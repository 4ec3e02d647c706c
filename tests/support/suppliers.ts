import type { ItemDocument } from '../../cloudfunctions/catalogue/item.document';
import type { SupplierDocument } from '../../cloudfunctions/catalogue/supplier.document';
import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { vaultOf } from '../../cloudfunctions/kernel/vault';
import { newPhone, newRequestId } from './forms';
import { sellerPostId, type Township, type Village } from './township';

let count = 0;

/** A supplier of a village, straight in the database; whoever `holderOf('supplier', …)` is in that village works for it. */
export function putSupplier(
  { simulator, town }: Pick<Township, 'simulator' | 'town'>,
  village: Pick<Village, 'gridId' | 'gridPath' | 'name'>,
  changes: Partial<SupplierDocument> = {},
): SupplierDocument {
  count += 1;
  const phone = newPhone();
  const supplier: SupplierDocument = {
    _id: `s-test-${count}-${newRequestId().slice(0, 8)}`,
    gridId: village.gridId,
    gridPath: village.gridPath,
    pathNames: [town.name, village.name],
    name: `便民超市${count}`,
    kind: 'supermarket',
    phone: vaultOf(simulator.secrets).seal('phone', phone),
    phoneMask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    sells: ['vegetables', 'staples', 'meatEggsMilk', 'daily'],
    people: [{ postId: sellerPostId(village.gridId), name: '测试人员', phoneMask: '154****0000' }],
    postIds: [sellerPostId(village.gridId)],
    retired: false,
    addedAt: toTimestamp(chinaTime(simulator.clock.now())),
    addedBy: 'o-straight-in',
    version: 1,
    requests: [],
    ...changes,
  };
  simulator.database.insertMany('suppliers', [supplier]);
  return supplier;
}

/** A pharmacy of a village; see `putSupplier`. */
export const putPharmacy = (
  township: Pick<Township, 'simulator' | 'town'>,
  village: Pick<Village, 'gridId' | 'gridPath' | 'name'>,
  changes: Partial<SupplierDocument> = {},
): SupplierDocument =>
  putSupplier(township, village, {
    name: `平安药店${count + 1}`,
    kind: 'pharmacy',
    sells: ['medicine'],
    ...changes,
  });

/** Something on a supplier's shelf since now. */
export function putItem(
  { simulator }: Pick<Township, 'simulator'>,
  supplier: SupplierDocument,
  changes: Partial<ItemDocument> = {},
): ItemDocument {
  count += 1;
  const price = changes.price ?? 2500;
  const item: ItemDocument = {
    _id: `i-test-${count}-${newRequestId().slice(0, 8)}`,
    supplierId: supplier._id,
    gridPath: supplier.gridPath,
    name: `蔬菜包${count}`,
    spec: '5 样，约 8 斤',
    unit: '份',
    category: supplier.sells[0] ?? 'vegetables',
    drugClass: 'none',
    photo: null,
    price,
    limit: 2,
    contains: [],
    prices: [{ price, at: toTimestamp(chinaTime(simulator.clock.now())), byName: '测试人员', reason: '' }],
    retired: false,
    version: 1,
    requests: [],
    ...changes,
  };
  simulator.database.insertMany('items', [item]);
  return item;
}
