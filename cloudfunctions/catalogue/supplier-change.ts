import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type SupplierDocument, SUPPLIERS } from './supplier.document';

export type SupplierSeen = { requestId: string; supplierId: string; version: number };
type Decide = (supplier: SupplierDocument, transaction: Transaction) => Promise<SupplierDocument>;

/** So many acts are remembered, for telling a late repeat from another act. */
const REMEMBERED = 20;

/** The same request by another person is another act. */
export const actKey = ({ caller }: Pick<Context, 'caller'>, requestId: string): string =>
  `${caller.openid}:${requestId}`;

export const remembering = (requests: readonly string[], key: string): string[] => [
  ...requests.slice(1 - REMEMBERED),
  key,
];

/** One act on a supplier that the caller's grids manage, once, on what the caller saw; posts that go with it are written along. */
export async function changeSupplierOnce(
  context: Context,
  { requestId, supplierId, version }: SupplierSeen,
  decide: Decide,
): Promise<SupplierDocument> {
  const key = actKey(context, requestId);
  const changed = await inTransaction(context.database, async (transaction) => {
    const supplier = await transaction.get<SupplierDocument>(SUPPLIERS, supplierId);
    if (!supplier || !mayTouchGrid(context.scope, supplier.gridPath))
      throw new AppError('NOT_FOUND', '没有找到这个供货方');
    if (supplier.requests.includes(key)) return supplier;
    if (supplier.version !== version) throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再改');
    const next: SupplierDocument = {
      ...(await decide(supplier, transaction)),
      version: supplier.version + 1,
      requests: remembering(supplier.requests, key),
    };
    await transaction.put(SUPPLIERS, next);
    return next;
  });
  context.about({ gridPath: changed.gridPath });
  return changed;
}
