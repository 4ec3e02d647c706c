import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { maskPapers, maskPhone } from '../../miniprogram/shared/masks';
import { DRUG_CLASSES } from '../../miniprogram/shared/labels';
import { requireOwnSupplier } from '../catalogue/supplier.repository';
import type { medicinesContract, SaleRow } from '../contracts/medicines';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { papersIndexOf } from '../registration/person-record';
import { listKeyOf, type MedicineSaleDocument } from './sale.document';
import { findHouseholdOf, findSale, insertSale } from './sale.repository';
import { pharmacyRow } from './sale-view';
import { insertTask, newTask } from './task.repository';

type Input = z.output<typeof medicinesContract.sell.input>;

/**
 * A sale over the counter, by real name. Where the buyer's papers stand in a household's file of the town, its village doctor is asked to
 * take their temperature; the task is written first, so that a process killed in between loses none. The counter learns nothing of it.
 */
export async function sell(input: Input, context: Context): Promise<SaleRow> {
  const { caller, now, vault } = context;
  const supplier = await requireOwnSupplier(context, input.supplierId);
  if (supplier.kind !== 'pharmacy') throw new AppError('CONFLICT', `${supplier.name}不是药店，不能卖这类药`);
  context.about({ gridPath: supplier.gridPath });
  const saleId = saleIdOf(caller.openid, input.requestId);
  const present = await findSale(context, saleId);
  if (present) return pharmacyRow(present);

  const papersIndex = papersIndexOf(input.papers, vault);
  const file = await findHouseholdOf(context, supplier.gridPath[0] ?? '', papersIndex);
  const person = file?.people.find((one) => one.papersIndex === papersIndex) ?? null;
  const place = file ?? supplier;
  const soldAt = toTimestamp(now);
  const sale: MedicineSaleDocument = {
    _id: saleId,
    source: 'counter',
    supplierId: supplier._id,
    supplierName: supplier.name,
    gridPath: place.gridPath,
    pathNames: place.pathNames,
    householdId: file?._id ?? null,
    personId: person?.personId ?? null,
    name: input.name,
    papersType: input.papers.type,
    papers: vault.seal('papers', input.papers.number),
    papersIndex,
    papersMask: maskPapers(input.papers.number),
    phone: vault.seal('phone', input.phone),
    phoneMask: maskPhone(input.phone),
    itemName: input.itemName,
    spec: input.spec,
    drugClass: input.drugClass,
    quantity: input.quantity,
    temperature: input.temperature,
    symptoms: input.symptoms,
    soldAt,
    byName: caller.name ?? '',
    listKey: listKeyOf(soldAt, saleId),
  };
  if (file && person) {
    context.about({ householdId: file._id, personId: person.personId, gridPath: file.gridPath });
    await insertTask(context, newTask(saleId, file, person, becauseOf(sale), context));
  }
  if (await insertSale(context, sale)) return pharmacyRow(sale);
  return pharmacyRow((await findSale(context, saleId)) ?? sale);
}

/** The same form from the same phone is the same sale. */
const saleIdOf = (openid: string, requestId: string): string =>
  `c${createHash('sha256').update(`sale:${openid}:${requestId}`).digest('hex').slice(0, 31)}`;

/** 「平安药店买了退烧药：布洛芬 1 份，自己说 38.2℃」 */
function becauseOf({
  supplierName,
  drugClass,
  itemName,
  quantity,
  temperature,
  symptoms,
}: MedicineSaleDocument): string {
  const told = [temperature === null ? '' : `自己说 ${temperature.toFixed(1)}℃`, symptoms];
  return [`在${supplierName}买了${DRUG_CLASSES[drugClass]}：${itemName} ${quantity} 份`, ...told]
    .filter((part) => part !== '')
    .join('，');
}
