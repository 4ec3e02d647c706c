import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type SupplierDocument, SUPPLIERS } from './supplier.document';

/** More than a town's and a village's shops together. */
const MOST_READ = 300;

const suppliersOf = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<SupplierDocument>(context, SUPPLIERS, null);

const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这个供货方');

/** The suppliers that the caller works for: those whose posts the caller holds. */
export const ownSuppliers = async (
  context: Pick<Context, 'caller' | 'database'>,
): Promise<SupplierDocument[]> => findOwn(context, {});

async function findOwn(
  { caller, database }: Pick<Context, 'caller' | 'database'>,
  condition: { _id?: string },
): Promise<SupplierDocument[]> {
  const postIds = caller.posts.filter(({ role }) => role === 'supplier').map(({ postId }) => postId);
  if (postIds.length === 0) return [];
  return unscoped<SupplierDocument>(database, SUPPLIERS).find(
    { ...condition, postIds: database.command.in(postIds) },
    { limit: MOST_READ },
  );
}

/** The supplier, where the caller works for it; answered like none at all otherwise. */
export async function requireOwnSupplier(
  context: Pick<Context, 'caller' | 'database'>,
  supplierId: string,
): Promise<SupplierDocument> {
  const [supplier] = await findOwn(context, { _id: supplierId });
  if (!supplier) throw notFound();
  return supplier;
}

/** The grids from which the caller's grids may buy besides their own: those above them. */
const gridsAbove = ({ caller, scope }: Pick<Context, 'caller' | 'scope'>): string[] =>
  scope.kind !== 'grids'
    ? []
    : caller.posts.flatMap(({ gridId, gridPath }) => (scope.gridIds.includes(gridId) ? gridPath : []));

/** A supplier that the caller's grids may buy from: one of theirs, or of a grid above. Throws NOT_FOUND otherwise. */
export async function readSupplier(
  context: Pick<Context, 'caller' | 'database' | 'scope'>,
  supplierId: string,
): Promise<SupplierDocument> {
  const own = await suppliersOf(context).get(supplierId);
  if (own) return own;
  const above = await unscoped<SupplierDocument>(context.database, SUPPLIERS).get(supplierId);
  if (!above || !gridsAbove(context).includes(above.gridId)) throw notFound();
  return above;
}

/** A supplier that the caller's grids manage. */
export async function readManagedSupplier(
  context: Pick<Context, 'database' | 'scope'>,
  supplierId: string,
): Promise<SupplierDocument> {
  const supplier = await suppliersOf(context).get(supplierId);
  if (!supplier) throw notFound();
  return supplier;
}

/** From whom the caller's grids may buy: their own, everything below them included, and those of the grids above. */
export async function readSuppliers(
  context: Pick<Context, 'caller' | 'database' | 'scope'>,
  retired: boolean,
): Promise<SupplierDocument[]> {
  const { command } = context.database;
  const above = gridsAbove(context);
  const page = { orderBy: [['name', 'asc']] as const, limit: MOST_READ };
  const [own, others] = await Promise.all([
    suppliersOf(context).find({ retired }, page),
    unscoped<SupplierDocument>(context.database, SUPPLIERS).find(
      { gridPath: command.in(above), gridId: command.in(above), retired },
      page,
    ),
  ]);
  const ids = new Set(own.map(({ _id }) => _id));
  return [...own, ...others.filter(({ _id }) => !ids.has(_id))];
}

export const countSuppliersOf = async (
  context: Pick<Context, 'database' | 'scope'>,
  gridId: string,
): Promise<number> => suppliersOf(context).count({ gridPath: gridId, gridId, retired: false });

export const insertSupplier = async (
  context: Pick<Context, 'database' | 'scope'>,
  supplier: SupplierDocument,
): Promise<boolean> => suppliersOf(context).insert(supplier);

/** The other suppliers for whom the holder of a post works by it. */
export const readOthersOfPost = async (
  { database }: Pick<Context, 'database'>,
  { postId, supplierId }: { postId: string; supplierId: string },
): Promise<SupplierDocument[]> =>
  unscoped<SupplierDocument>(database, SUPPLIERS).find(
    { postIds: postId, _id: database.command.neq(supplierId) },
    { limit: 1 },
  );
