import type { SaleRow } from '../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../shared/dates';
import { DRUG_CLASSES } from '../../shared/labels';

/** A row of the register as a card: numbers are masks. */
export const saleCard = (sale: SaleRow, now: Moment) => ({
  saleId: sale.saleId,
  name: sale.name,
  what: `${sale.itemName}（${sale.spec}）${sale.quantity} 份`,
  papersMask: sale.papersMask,
  phoneMask: sale.phoneMask ?? '',
  place: sale.place,
  where: `${sale.supplierName} · ${sale.source === 'counter' ? '柜台' : '团购'}`,
  when: `${momentText(sale.soldAt, now)} · ${sale.byName}`,
  told: [sale.temperature === null ? '' : `自己说 ${sale.temperature.toFixed(1)}℃`, sale.symptoms]
    .filter((part) => part !== '')
    .join('，'),
  drugClass: DRUG_CLASSES[sale.drugClass],
});
export type SaleCard = ReturnType<typeof saleCard>;
