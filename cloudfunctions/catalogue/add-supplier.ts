import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { maskPhone } from '../../miniprogram/shared/masks';
import type { catalogueContract, SupplierView } from '../contracts/catalogue';
import type { ItemCategory } from '../contracts/supplies';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { readOwnGrid } from '../township/grid.repository';
import { actKey } from './supplier-change';
import type { SupplierDocument } from './supplier.document';
import { countSuppliersOf, insertSupplier, readManagedSupplier } from './supplier.repository';
import { supplierView } from './supplier-view';

type Input = z.output<typeof catalogueContract.addSupplier.input>;

/** More would be a list nobody reads. */
const MOST_SUPPLIERS_OF_GRID = 100;

/** Adds a supplier to a town or a village. The same request adds it once. */
export async function addSupplier(input: Input, context: Context): Promise<SupplierView> {
  const { caller, now, vault } = context;
  const grid = await readOwnGrid(context, input.gridId);
  context.about({ gridPath: grid.path });
  if (grid.level !== 'town' && grid.level !== 'village')
    throw invalidFields({ gridId: '供货方属于镇或村，请选镇或村' });
  if (grid.retired === true) throw invalidFields({ gridId: `${grid.name}已经停用，请选别的` });
  requireFitting(input.kind, input.sells);

  const supplierId = supplierIdOf(caller.openid, input.requestId);
  const supplier: SupplierDocument = {
    _id: supplierId,
    gridId: grid._id,
    gridPath: grid.path,
    pathNames: grid.pathNames,
    name: input.name,
    kind: input.kind,
    phone: vault.seal('phone', input.phone),
    phoneMask: maskPhone(input.phone),
    sells: [...new Set(input.sells)],
    people: [],
    postIds: [],
    retired: false,
    addedAt: toTimestamp(now),
    addedBy: caller.openid,
    version: 1,
    requests: [actKey(context, input.requestId)],
  };
  if ((await countSuppliersOf(context, grid._id)) >= MOST_SUPPLIERS_OF_GRID)
    throw new AppError('CONFLICT', `${grid.name}已经有 ${MOST_SUPPLIERS_OF_GRID} 个供货方了，用原来的就行`);
  const isNew = await insertSupplier(context, supplier);
  return supplierView(isNew ? supplier : await readManagedSupplier(context, supplierId), context);
}

/** The same form from the same phone is the same supplier. */
const supplierIdOf = (openid: string, requestId: string): string =>
  `s${createHash('sha256').update(`supplier:${openid}:${requestId}`).digest('hex').slice(0, 23)}`;

/** Medicines are sold by pharmacies, and pharmacies sell medicines. */
export function requireFitting(kind: SupplierDocument['kind'], sells: readonly ItemCategory[]): void {
  const isDrugstore = sells.includes('medicine');
  if (kind === 'supermarket' && isDrugstore)
    throw invalidFields({ sells: '药品只能由药店卖，请去掉药品，或改成药店' });
  if (kind === 'pharmacy' && !isDrugstore) throw invalidFields({ sells: '药店要选上药品' });
}
