import type * as z from 'zod';
import type { catalogueContract, SupplierRow } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { ownSuppliers, readSuppliers } from './supplier.repository';
import { supplierRow } from './supplier-view';

type Input = z.output<typeof catalogueContract.suppliers.input>;

/** From whom the caller's grids may buy: their own first. */
export async function listSuppliers({ retired }: Input, context: Context): Promise<{ rows: SupplierRow[] }> {
  const rows = (await readSuppliers(context, retired)).map((one) => supplierRow(one, context.scope));
  return { rows: [...rows.filter(({ mine }) => mine), ...rows.filter(({ mine }) => !mine)] };
}

/** For whom the caller works. */
export async function listMine(_input: object, context: Context): Promise<{ rows: SupplierRow[] }> {
  const own = await ownSuppliers(context);
  return { rows: own.map((supplier) => ({ ...supplierRow(supplier, context.scope), mine: true })) };
}
