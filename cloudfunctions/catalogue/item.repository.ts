import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type ItemDocument, ITEMS } from './item.document';

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
