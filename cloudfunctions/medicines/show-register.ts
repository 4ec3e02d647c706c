import type * as z from 'zod';
import { requireOwnSupplier } from '../catalogue/supplier.repository';
import type { medicinesContract } from '../contracts/medicines';
import { chinaTime } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { MedicineSaleDocument } from './sale.document';
import { readRegister, readSale, readSalesOf } from './sale.repository';
import { pharmacyRow, saleRow } from './sale-view';

type Asked = z.output<typeof medicinesContract.register.input>;
type OwnAsked = z.output<typeof medicinesContract.mySales.input>;
type Opened = z.output<typeof medicinesContract.openNumber.input>;
type Rows = z.input<typeof medicinesContract.register.output>;

const A_PAGE = 20;
/** A quarter: more would be no list that anybody reads, and no sheet that anybody sends. */
const MOST_DAYS = 92;

/** The register of the caller's town. */
export async function showRegister(
  { from, until, drugClass, after }: Asked,
  context: Context,
): Promise<Rows> {
  requireDays({ from, until });
  const found = await readRegister(context, { from, until, drugClass, after, limit: A_PAGE + 1 });
  context.about({ gridPath: gridOf(context) });
  return pageOf(found, saleRow);
}

/** What one of the caller's pharmacies has registered. */
export async function showMySales({ supplierId, after }: OwnAsked, context: Context): Promise<Rows> {
  const { gridPath } = await requireOwnSupplier(context, supplierId);
  context.about({ gridPath });
  return pageOf(await readSalesOf(context, supplierId, { after, limit: A_PAGE + 1 }), pharmacyRow);
}

/** One number of a row in the clear. The audit entry with the reason is written before the answer leaves. */
export async function openNumber(
  { saleId, field, reason }: Opened,
  context: Context,
): Promise<{ value: string }> {
  context.about({ reason });
  const sale = await readSale(context, saleId);
  const { gridPath, householdId, personId } = sale;
  context.about({
    gridPath,
    ...(householdId !== null && { householdId }),
    ...(personId !== null && { personId }),
  });
  const sealed = sale[field];
  if (sealed === null) throw new AppError('NOT_FOUND', '没有登记手机号');
  return { value: context.vault.open(field, sealed) };
}

/** Throws beside `until` for days that are the wrong way round, or too many. */
export function requireDays({ from, until }: { from: string; until: string }): void {
  if (until < from) throw invalidFields({ until: '结束的日子在开始前面，请重新选' });
  if (chinaTime(`${until}T00:00:00+08:00`).diff(chinaTime(`${from}T00:00:00+08:00`), 'day') >= MOST_DAYS)
    throw invalidFields({ until: `一次最多看 ${MOST_DAYS} 天，请选短一点` });
}

export const gridOf = ({ caller }: Pick<Context, 'caller'>): readonly string[] =>
  caller.posts.find(({ role }) => role === 'townOfficer')?.gridPath ?? [];

const pageOf = (
  found: readonly MedicineSaleDocument[],
  row: (sale: MedicineSaleDocument) => Rows['rows'][number],
): Rows => {
  const page = found.slice(0, A_PAGE);
  return { rows: page.map(row), next: found.length > A_PAGE ? (page.at(-1)?.listKey ?? null) : null };
};
