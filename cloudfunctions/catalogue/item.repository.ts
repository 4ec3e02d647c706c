import type { Context } from '../kernel/context';
import { isDuplicateKey, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type ItemDocument, ITEMS } from './item.document';
import type { SupplierDocument } from './supplier.document';
import { readManagedSupplier, readSupplier, requireOwnSupplier } from './supplier.repository';

/** Of one supplier, sold or not any more. */
export const MOST_ITEMS_OF_SUPPLIER = 300;

/** What a supplier sells now, by category. Whoever reads them has been found to reach the supplier. */
export const readItems = async (
  { database }: Pick<Context, 'database'>,
  supplierId: string,
  { retired = false }: { retired?: boolean } = {},
): Promise<ItemDocument[]> =>
  unscoped<ItemDocument>(database, ITEMS).find(
    { supplierId, retired },
    {
      orderBy: [
        ['category', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MOST_ITEMS_OF_SUPPLIER,
    },
  );

export const findItem = async (
  { database }: Pick<Context, 'database'>,
  itemId: string,
): Promise<ItemDocument | null> => unscoped<ItemDocument>(database, ITEMS).get(itemId);

/** The item with its supplier, from which the caller's grids may buy. */
export const readItem = async (context: Context, itemId: string): Promise<Found> =>
  found(await findItem(context, itemId), async ({ supplierId }) => readSupplier(context, supplierId));

/** The same, of a supplier that the caller's grids manage. */
export const readManagedItem = async (context: Context, itemId: string): Promise<Found> =>
  found(await findItem(context, itemId), async ({ supplierId }) => readManagedSupplier(context, supplierId));

/** The same, of a supplier that the caller works for. */
export const readOwnItem = async (context: Context, itemId: string): Promise<Found> =>
  found(await findItem(context, itemId), async ({ supplierId }) => requireOwnSupplier(context, supplierId));

type Found = { item: ItemDocument; supplier: SupplierDocument };

async function found(
  item: ItemDocument | null,
  reach: (item: ItemDocument) => Promise<SupplierDocument>,
): Promise<Found> {
  if (!item) throw new AppError('NOT_FOUND', '没有找到这样东西');
  return { item, supplier: await reach(item) };
}

export const countItems = async (
  { database }: Pick<Context, 'database'>,
  supplierId: string,
): Promise<number> => unscoped<ItemDocument>(database, ITEMS).count({ supplierId });

/** What the supplier sells under that name and spec, or sold; no two of a supplier's items have both alike. */
export async function findSameItem(
  { database }: Pick<Context, 'database'>,
  { supplierId, name, spec }: Pick<ItemDocument, 'supplierId' | 'name' | 'spec'>,
): Promise<ItemDocument | null> {
  const [item] = await unscoped<ItemDocument>(database, ITEMS).find({ supplierId, name, spec }, { limit: 1 });
  return item ?? null;
}

/** False when it is there already, or another one with its name and spec. */
export const insertItem = async (
  { database }: Pick<Context, 'database'>,
  item: ItemDocument,
): Promise<boolean> => unscoped<ItemDocument>(database, ITEMS).insert(item);

/** Writes an item over the version that was read: `stale` when somebody else wrote first, `same` when another has its name and spec. */
export async function writeItem(
  { database }: Pick<Context, 'database'>,
  before: ItemDocument,
  { _id, ...next }: ItemDocument,
): Promise<'written' | 'stale' | 'same'> {
  try {
    const written = await unscoped<ItemDocument>(database, ITEMS).update(
      { _id, version: before.version },
      next,
    );
    return written === 1 ? 'written' : 'stale';
  } catch (error) {
    if (isDuplicateKey(error)) return 'same';
    throw error;
  }
}
