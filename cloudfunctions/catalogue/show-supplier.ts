import type { SupplierView } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { readSupplier } from './supplier.repository';
import { supplierView } from './supplier-view';

type Input = { supplierId: string };

export const showSupplier = async ({ supplierId }: Input, context: Context): Promise<SupplierView> =>
  supplierView(await readSupplier(context, supplierId), context);

/** Opens the shop's number to call it. */
export async function openPhone({ supplierId }: Input, context: Context): Promise<{ value: string }> {
  const { gridPath, phone } = await readSupplier(context, supplierId);
  context.about({ gridPath });
  return { value: context.vault.open('phone', phone) };
}
