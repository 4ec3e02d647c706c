import type { RoundItem } from '../contracts/supplies';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import type { OrderDocument } from '../orders/order.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { listKeyOf, MEDICINE_SALES, type MedicineSaleDocument } from './sale.document';

/** A drug of the four classes that was handed over: which, for whom, and how many of it in all since the order was placed. */
export type HandedDrug = {
  item: Pick<RoundItem, 'itemId' | 'name' | 'spec' | 'drugClass'>;
  patientId: string | null;
  delivered: number;
};

/**
 * Writes what was handed over into the register, one row an order and item, in the transaction that hands it over. Called again with another
 * `delivered`, after a correction, the row says that; with none it is gone. Drugs of no class are left out.
 */
export async function registerSale(
  transaction: Transaction,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  order: Pick<OrderDocument, '_id' | 'householdId' | 'gridPath' | 'pathNames'>,
  supplier: { supplierId: string; supplierName: string },
  drugs: readonly HandedDrug[],
): Promise<void> {
  const classed = drugs.filter(({ item }) => item.drugClass !== 'none');
  if (classed.length === 0) return;
  const file = await transaction.get<HouseholdDocument>(HOUSEHOLDS, order.householdId);
  for (const { item, patientId, delivered } of classed) {
    const _id = `${order._id}:${item.itemId}`;
    const present = await transaction.get<MedicineSaleDocument>(MEDICINE_SALES, _id);
    if (delivered <= 0) {
      if (present) await transaction.remove(MEDICINE_SALES, _id);
      continue;
    }
    // Who takes it may have left the household since; then it is its head who answers for it.
    const person =
      file?.people.find(({ personId }) => personId === patientId) ??
      file?.people.find(({ relation }) => relation === 'head') ??
      file?.people[0];
    if (!person) throw new Error('Medicines were handed over to a household that has nobody on file');
    const soldAt = present?.soldAt ?? toTimestamp(now);
    await transaction.put(MEDICINE_SALES, {
      _id,
      source: 'order',
      ...supplier,
      gridPath: order.gridPath,
      pathNames: order.pathNames,
      householdId: order.householdId,
      personId: person.personId,
      name: person.name,
      papersType: person.papersType,
      papers: person.papers,
      papersIndex: person.papersIndex,
      papersMask: person.papersMask,
      phone: person.phone,
      phoneMask: person.phoneMask,
      itemName: item.name,
      spec: item.spec,
      drugClass: item.drugClass,
      quantity: delivered,
      temperature: null,
      symptoms: '',
      soldAt,
      byName: present?.byName ?? caller.name ?? '',
      listKey: listKeyOf(soldAt, _id),
    } satisfies MedicineSaleDocument);
  }
}
