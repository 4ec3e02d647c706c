import { ownSuppliers } from '../catalogue/supplier.repository';
import type { StaffRole } from '../contracts';
import type { Caller, Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { gridScope, mayTouchGrid, type Scope } from '../kernel/scope';
import { noOrder } from '../orders/order.repository';
import type { OrderDocument } from '../orders/order.document';
import { mayManage, noRound, readRound, readSupplierRound } from '../rounds/round.repository';
import type { RoundDocument } from '../rounds/round.document';

/** A round as far as somebody may see and mark it. */
export type Reach = {
  round: RoundDocument;
  /** How far its orders and their households are within reach: the whole round, or the caller's grids. */
  scope: Scope;
  isWhole: boolean;
  /** Works for the supplier of this round. */
  isSupplier: boolean;
  /** Its grid lies in the caller's own jurisdiction. */
  manages: boolean;
  /** Has a post in the grids themselves, and may know who helps whom. */
  isStaff: boolean;
};

type Who = Pick<Context, 'caller' | 'database' | 'now'>;

const HANDING: readonly StaffRole[] = ['gridMember', 'gridLeader', 'townOfficer'];
const ACCOUNTING: readonly StaffRole[] = ['gridLeader', 'townOfficer'];

/**
 * What somebody who hands goods out has to do with a round. Its supplier's people have to do with all of it, wherever their post is; a supplier's
 * post alone opens nothing of other suppliers' rounds in the same village. Throws NOT_FOUND, like for no round at all.
 */
export const reachToHandOut = async (who: Who, roundId: string): Promise<Reach> =>
  reach(who, roundId, HANDING);

/** The same for its money, which is one sum: for its supplier's people, and for whoever's jurisdiction holds the whole round. */
export async function reachToSettle(who: Who, roundId: string): Promise<Reach> {
  const found = await reach(who, roundId, ACCOUNTING);
  if (!found.isWhole) throw new AppError('FORBIDDEN', notYours(found.round));
  return found;
}

async function reach(who: Who, roundId: string, roles: readonly StaffRole[]): Promise<Reach> {
  const own = await ownSupplierIds(who);
  const asSupplier = own.length === 0 ? null : await unlessMissing(readSupplierRound(who, own, roundId));
  const scope = gridScope(who.caller, roles);
  const asStaff = scope.kind === 'public' ? null : await unlessMissing(readRound({ ...who, scope }, roundId));
  const round = asSupplier ?? asStaff;
  if (!round || round.status === 'draft') throw noRound();
  const manages = asStaff !== null && mayManage({ scope }, round);
  const isWhole = asSupplier !== null || manages;
  return {
    round,
    // Every order of the round: some of them may belong to households that have moved out of its grids since.
    scope: isWhole ? { kind: 'system' } : scope,
    isWhole,
    isSupplier: asSupplier !== null,
    manages,
    isStaff: asStaff !== null,
  };
}

/** For which suppliers somebody works; asks the database only where they have such a post. */
export const ownSupplierIds = async (who: Pick<Context, 'caller' | 'database'>): Promise<string[]> =>
  who.caller.posts.some(({ role }) => role === 'supplier')
    ? (await ownSuppliers(who)).map(({ _id }) => _id)
    : [];

/** The grids of those posts that hand out in the grids' own name. */
export const handingScope = (caller: Caller): Scope => gridScope(caller, HANDING);

/** The round of an order by its id. */
export const roundIdOf = (orderId: string): string => orderId.slice(0, orderId.indexOf(':'));

/** The order as this transaction read it, if it is one of this round's within reach; throws NOT_FOUND otherwise. */
export function requireWithin(order: OrderDocument | null, { round, scope }: Reach): OrderDocument {
  if (order?.roundId !== round._id || !mayTouchGrid(scope, order.gridPath)) throw noOrder();
  return order;
}

const notYours = ({ pathNames }: RoundDocument): string =>
  `这一批的账由${pathNames.at(-1) ?? '上级'}管，请联系那里的网格长`;

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
