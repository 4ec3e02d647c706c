import type * as z from 'zod';
import { ITEM_CATEGORIES } from '../../miniprogram/shared/labels';
import { maskPhone } from '../../miniprogram/shared/masks';
import type { catalogueContract, SupplierView } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { requireFitting } from './add-supplier';
import { readItems } from './item.repository';
import { changeSupplierOnce } from './supplier-change';
import { supplierView } from './supplier-view';

type Changed = z.output<typeof catalogueContract.changeSupplier.input>;
type Retired = z.output<typeof catalogueContract.retireSupplier.input>;

/** What it is called, sells, and where it answers the phone. What kind of shop it is stays. */
export async function changeSupplier(input: Changed, context: Context): Promise<SupplierView> {
  const { name, sells, phone } = input;
  const items = await readItems(context, input.supplierId);
  const supplier = await changeSupplierOnce(context, input, (present) => {
    requireFitting(present.kind, sells);
    const sold = items.find(({ category }) => !sells.includes(category));
    if (sold) {
      const category = ITEM_CATEGORIES[sold.category];
      throw invalidFields({ sells: `货架上还有${category}（${sold.name}），先下架再去掉${category}` });
    }
    return Promise.resolve({
      ...present,
      name,
      sells: [...new Set(sells)],
      ...(phone !== undefined && {
        phone: context.vault.seal('phone', phone),
        phoneMask: maskPhone(phone),
      }),
    });
  });
  return supplierView(supplier, context);
}

/** 停用, or takes it in again. */
export const retireSupplier = async (input: Retired, context: Context): Promise<SupplierView> =>
  supplierView(
    await changeSupplierOnce(context, input, (present) =>
      Promise.resolve({ ...present, retired: input.retired }),
    ),
    context,
  );
