import type { SaleRow } from '../contracts/medicines';
import { placeOf } from '../registration/household-view';
import type { MedicineSaleDocument } from './sale.document';

/** A row of the register as the office sees it. */
export const saleRow = (sale: MedicineSaleDocument): SaleRow => ({
  saleId: sale._id,
  source: sale.source,
  supplierName: sale.supplierName,
  name: sale.name,
  papersMask: sale.papersMask,
  phoneMask: sale.phoneMask,
  place: placeOf(sale.pathNames),
  itemName: sale.itemName,
  spec: sale.spec,
  drugClass: sale.drugClass,
  quantity: sale.quantity,
  temperature: sale.temperature,
  symptoms: sale.symptoms,
  soldAt: sale.soldAt,
  byName: sale.byName,
});

/** The same for the pharmacy: where the buyer lives was not told at its counter, and is none of its business. */
export const pharmacyRow = (sale: MedicineSaleDocument): SaleRow => ({ ...saleRow(sale), place: '' });
