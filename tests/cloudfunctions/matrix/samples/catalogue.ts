import type { ItemDocument } from '../../../../cloudfunctions/catalogue/item.document';
import type { SupplierDocument } from '../../../../cloudfunctions/catalogue/supplier.document';
import { newPhone, newRequestId } from '../../../support/forms';
import { putItem, putSupplier } from '../../../support/suppliers';
import { sellerPostId } from '../../../support/township';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const catalogue: SamplesOf<'catalogue'> = {
  suppliers: () => ({ retired: false }),
  places: () => ({}),
  supplier: (world) => ({ supplierId: supplierIn(world)._id }),
  phone: (world) => ({ supplierId: supplierIn(world)._id }),
  addSupplier: ({ township }) => ({
    requestId: newRequestId(),
    gridId: township.here.gridId,
    name: '惠民超市',
    kind: 'supermarket',
    phone: newPhone(),
    sells: ['vegetables', 'staples'],
  }),
  changeSupplier: (world) => ({
    ...seen(supplierIn(world)),
    name: '惠民超市二店',
    phone: newPhone(),
    sells: ['vegetables'],
  }),
  retireSupplier: (world) => ({ ...seen(supplierIn(world)), retired: true }),
  addPerson: (world) => ({ ...seen(supplierIn(world)), name: '马送货', phone: newPhone() }),
  takePerson: (world) => ({
    ...seen(supplierIn(world)),
    postId: sellerPostId(world.township.here.gridId),
  }),
  items: (world) => ({ supplierId: supplierIn(world)._id, retired: false }),
  item: (world) => ({ itemId: itemIn(world)._id }),
  addItem: (world) => ({ requestId: newRequestId(), supplierId: supplierIn(world)._id, ...form }),
  changeItem: (world) => ({ ...itemSeen(itemIn(world)), ...form, priceReason: '进价涨了' }),
  retireItem: (world) => ({ ...itemSeen(itemIn(world)), retired: true }),
  mine: () => ({}),
  myItems: (world) => ({ supplierId: supplierIn(world)._id }),
  myItem: (world) => ({ itemId: itemIn(world)._id }),
  changeMyPrice: (world) => ({ ...itemSeen(itemIn(world)), price: 2600, priceReason: '' }),
  priceRule: () => ({}),
  setPriceRule: () => ({ requestId: newRequestId(), percent: 20, days: 7 }),
};

const form = {
  name: '蔬菜包',
  spec: '5 样，约 8 斤',
  unit: '份',
  category: 'vegetables' as const,
  drugClass: 'none' as const,
  photo: 'cloud://cunan.bucket/items/shown/vegetables.jpg',
  price: 2500,
  limit: 2,
  contains: [{ name: '白菜', amount: '2 斤' }],
};

const supplierIn = ({ township }: World): SupplierDocument => putSupplier(township, township.here);
const itemIn = (world: World): ItemDocument => putItem(world.township, supplierIn(world));
const seen = ({ _id, version }: SupplierDocument) => ({
  requestId: newRequestId(),
  supplierId: _id,
  version,
});
const itemSeen = ({ _id, version }: ItemDocument) => ({ requestId: newRequestId(), itemId: _id, version });
