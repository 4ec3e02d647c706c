import type { Context } from '../kernel/context';
import { type Condition, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import type { RegisteredDrug } from '../contracts/medicines';
import { MEDICINE_SALES, type MedicineSaleDocument } from './sale.document';

type Page = { after?: string | undefined; limit: number };
type Days = { from: string; until: string };

const newestFirst = (limit: number) => ({ orderBy: [['listKey', 'desc']] as const, limit });

/** Which rows of the register: whole days, both included. */
function within({ database }: Context, { from, until }: Days, after: string | undefined): unknown {
  const { command } = database;
  const first = command.gte(`${from}T`);
  // A tilde sorts after everything that a moment's text holds.
  return first.and(after === undefined ? command.lt(`${until}T~`) : command.lt(after));
}

/** The register of the caller's grids, newest first, from after the row whose `listKey` is given. */
export const readRegister = async (
  context: Context,
  { from, until, drugClass, after, limit }: Days & Page & { drugClass?: RegisteredDrug | undefined },
): Promise<MedicineSaleDocument[]> => {
  const condition: Condition = {
    listKey: within(context, { from, until }, after),
    ...(drugClass !== undefined && { drugClass }),
  };
  return scoped<MedicineSaleDocument>(context, MEDICINE_SALES, null).find(condition, newestFirst(limit));
};

/** What a supplier that the caller was found to work for has registered. */
export const readSalesOf = async (
  { database }: Context,
  supplierId: string,
  { after, limit }: Page,
): Promise<MedicineSaleDocument[]> =>
  unscoped<MedicineSaleDocument>(database, MEDICINE_SALES).find(
    { supplierId, ...(after !== undefined && { listKey: database.command.lt(after) }) },
    newestFirst(limit),
  );

export async function readSale(context: Context, saleId: string): Promise<MedicineSaleDocument> {
  const sale = await scoped<MedicineSaleDocument>(context, MEDICINE_SALES, null).get(saleId);
  if (!sale) throw new AppError('NOT_FOUND', '没有找到这一条登记');
  return sale;
}

export const findSale = async (
  { database }: Pick<Context, 'database'>,
  saleId: string,
): Promise<MedicineSaleDocument | null> =>
  unscoped<MedicineSaleDocument>(database, MEDICINE_SALES).get(saleId);

/** False when the same sale is there already. */
export const insertSale = async (
  { database }: Pick<Context, 'database'>,
  sale: MedicineSaleDocument,
): Promise<boolean> => unscoped<MedicineSaleDocument>(database, MEDICINE_SALES).insert(sale);

const LIVING: readonly HouseholdDocument['status'][] = ['verified', 'submitted', 'returned', 'rostered'];

/** The household of a town in whose file these papers stand, one that was verified before the others. Nothing of it goes to the counter. */
export async function findHouseholdOf(
  { database }: Pick<Context, 'database'>,
  townId: string,
  papersIndex: string,
): Promise<HouseholdDocument | null> {
  const found = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).find(
    { papersIndexes: papersIndex, gridPath: townId },
    { limit: 10 },
  );
  return LIVING.map((status) => found.find((file) => file.status === status)).find(Boolean) ?? null;
}
