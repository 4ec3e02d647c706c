import { ITEMS, type ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import { SUPPLIERS, type SupplierDocument } from '../../../cloudfunctions/catalogue/supplier.document';
import type { Vault } from '../../../cloudfunctions/kernel/vault';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { maskPhone } from '../../../miniprogram/shared/masks';
import type { Database } from '../../cloud/database';
import { GROCERIES, MEDICINES, type Ware } from './shelf';

export const SUPERMARKET = 'demo-huimin';
const PHARMACY = 'demo-pharmacy';

/** 惠民超市, whose 唐波 is in the cast, and the pharmacy on the same street, which has not named anybody yet. */
export function addSuppliers(
  database: Database,
  {
    town,
    posts,
    vault,
    at,
    by,
  }: { town: GridDocument; posts: readonly PostDocument[]; vault: Vault; at: string; by: string },
): void {
  const people = posts.filter(({ role, gridId }) => role === 'supplier' && gridId === town._id);
  const supplier = (
    id: string,
    more: Pick<SupplierDocument, 'name' | 'kind' | 'sells'> & {
      number: string;
      held: readonly PostDocument[];
    },
  ): SupplierDocument => {
    const { number, held, ...rest } = more;
    return {
      ...rest,
      _id: id,
      gridId: town._id,
      gridPath: town.path,
      pathNames: town.pathNames,
      phone: vault.seal('phone', number),
      phoneMask: maskPhone(number),
      people: held.map(({ _id, name, phoneMask }) => ({ postId: _id, name, phoneMask })),
      postIds: held.map(({ _id }) => _id),
      retired: false,
      addedAt: at,
      addedBy: by,
      version: 1,
      requests: [],
    };
  };
  database.insertMany(SUPPLIERS, [
    supplier(SUPERMARKET, {
      name: '惠民超市',
      kind: 'supermarket',
      sells: ['vegetables', 'staples', 'meatEggsMilk', 'baby', 'daily'],
      number: '15490030001',
      held: people,
    }),
    supplier(PHARMACY, {
      name: '青石大药房',
      kind: 'pharmacy',
      sells: ['medicine'],
      number: '15490030002',
      held: [],
    }),
  ]);
  const items = (supplierId: string, wares: readonly Ware[]): ItemDocument[] =>
    wares.map(({ id, ...ware }) => ({
      ...ware,
      _id: itemIdOf(supplierId, id),
      supplierId,
      gridPath: town.path,
      photo: null,
      prices: [{ price: ware.price, at, byName: '陈志远', reason: '' }],
      retired: false,
      version: 1,
      requests: [],
    }));
  database.insertMany(ITEMS, [...items(SUPERMARKET, GROCERIES), ...items(PHARMACY, MEDICINES)]);
}

export const itemIdOf = (supplierId: string, ware: string): string => `${supplierId}-${ware}`;
