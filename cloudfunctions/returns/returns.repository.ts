import type { Context } from '../kernel/context';
import { type Condition, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid, type Scope } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type Rulebook, type RulebookDocument, RULEBOOKS } from '../rulebook/rulebook.document';
import { SHIPPED_COVID19 } from '../rulebook/shipped';
import { countReturns, type ReturnCounter } from './count-returns';
import {
  type DeclarationDocument,
  DECLARATIONS,
  type ReturneeDocument,
  RETURNEES,
} from './declaration.document';
import { declarationIdOf } from './declaration-file';

const MAX_TRAVELLERS = 10;
/** A household's newest; older ones are history. */
const MAX_SHOWN_TO_HOUSEHOLD = 50;

/** The same answer for a declaration elsewhere and for none at all. */
const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这份申报');

const reaches = (scope: Scope, { householdId, gridPath }: DeclarationDocument): boolean =>
  scope.kind === 'household' ? scope.householdId === householdId : mayTouchGrid(scope, gridPath);

const declarations = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<DeclarationDocument>(context, DECLARATIONS, 'householdId');

/** The declaration, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function readDeclaration(context: Context, declarationId: string): Promise<DeclarationDocument> {
  const declaration = await declarations(context).get(declarationId);
  if (!declaration) throw notFound();
  return declaration;
}

/** Everybody's declarations of one arrival, in the order of the form; as far as the scope reaches. */
export async function readArrival(
  context: Pick<Context, 'database' | 'scope'>,
  arrivalId: string,
): Promise<DeclarationDocument[]> {
  const ids = Array.from({ length: MAX_TRAVELLERS }, (_, position) => declarationIdOf(arrivalId, position));
  return declarations(context).find(
    { _id: context.database.command.in(ids) },
    { orderBy: [['_id', 'asc']], limit: MAX_TRAVELLERS },
  );
}

/** The same past the caller's scope: an arrival's id follows from the openid of who declared it, who has no household before. */
export const readOwnArrival = async (
  { database }: Pick<Context, 'database'>,
  arrivalId: string,
): Promise<DeclarationDocument[]> => readArrival({ database, scope: { kind: 'system' } }, arrivalId);

export const readMine = async (context: Context): Promise<DeclarationDocument[]> =>
  declarations(context).find({}, { orderBy: [['declaredAt', 'desc']], limit: MAX_SHOWN_TO_HOUSEHOLD });

export type Tab = 'today' | 'overdue' | 'waiting' | 'later' | 'all';

const ARRIVING: Condition = { waitsFor: 'arrival' };

/** Which declarations a tab holds, as ranges of `queueKey`: `from` included, `until` not. */
function rangeOf(
  tab: Tab,
  { now }: Pick<Context, 'now'>,
): { state?: Condition; from?: string; until?: string } {
  const moment = now.format();
  const tomorrow = now.add(1, 'day').startOf('day').format();
  switch (tab) {
    case 'today':
      return { state: ARRIVING, from: moment, until: tomorrow };
    case 'overdue':
      return { state: ARRIVING, until: moment };
    case 'later':
      return { state: ARRIVING, from: tomorrow };
    case 'waiting':
      return { state: { waitsFor: 'check' } };
    case 'all':
      return {};
  }
}

function conditionOf(tab: Tab, context: Pick<Context, 'database' | 'now'>, after?: string): Condition {
  const { command } = context.database;
  const { state, from, until } = rangeOf(tab, context);
  const bounds = [
    ...(from === undefined ? [] : [command.gte(from)]),
    ...(until === undefined ? [] : [command.lt(until)]),
    ...(after === undefined ? [] : [orderOf(tab) === 'asc' ? command.gt(after) : command.lt(after)]),
  ];
  return {
    ...state,
    ...(bounds.length > 0 && { queueKey: bounds.length === 1 ? bounds[0] : command.and(...bounds) }),
  };
}

const orderOf = (tab: Tab): 'asc' | 'desc' => (tab === 'all' ? 'desc' : 'asc');

/** One page of a tab; `after` is the last row's `queueKey`. All of them latest arrival first, the others earliest first. */
export const readQueue = async (
  context: Context,
  { tab, after, limit }: { tab: Tab; after?: string; limit: number },
): Promise<DeclarationDocument[]> =>
  declarations(context).find(conditionOf(tab, context, after), {
    orderBy: [['queueKey', orderOf(tab)]],
    limit,
  });

/** How many rows a tab has: what the home page says, and what opens behind it. */
export const countQueue = async (
  context: Pick<Context, 'database' | 'scope' | 'now'>,
  tab: Tab,
): Promise<number> => declarations(context).count(conditionOf(tab, context));

/** Who of these papers has a return that is not over. */
export async function readReturning(
  { database }: Pick<Context, 'database'>,
  papersIndexes: readonly string[],
): Promise<Set<string>> {
  if (papersIndexes.length === 0) return new Set();
  const found = await unscoped<ReturneeDocument>(database, RETURNEES).find(
    { _id: database.command.in([...papersIndexes]) },
    { limit: papersIndexes.length },
  );
  return new Set(found.filter(isReturning).map(({ _id }) => _id));
}

export const isReturning = (returnee: ReturneeDocument | null): boolean =>
  returnee !== null && (returnee.openDeclarationId !== null || returnee.openObservationId !== null);

/** A version of a town's rules, whatever became of it since. */
export async function readVersion(
  { database }: Pick<Context, 'database'>,
  townId: string,
  version: number,
): Promise<Rulebook> {
  if (version === SHIPPED_COVID19.version) return SHIPPED_COVID19;
  const rulebook = await unscoped<RulebookDocument>(database, RULEBOOKS).get(`${townId}:${version}`);
  if (!rulebook)
    throw new Error(`A decision was made under version ${version} of the rules, which is not there`);
  return rulebook;
}

/** The declaration inside a transaction, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function getDeclaration(
  transaction: Transaction,
  { scope }: Pick<Context, 'scope'>,
  declarationId: string,
): Promise<DeclarationDocument> {
  const declaration = await transaction.get<DeclarationDocument>(DECLARATIONS, declarationId);
  if (!declaration || !reaches(scope, declaration)) throw notFound();
  return declaration;
}

/** Writes a declaration's next state inside a transaction, and moves the counters with it. */
export async function putDeclaration(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'now'>,
  before: DeclarationDocument,
  next: DeclarationDocument,
): Promise<void> {
  await transaction.put(DECLARATIONS, next);
  await countReturns(transaction, context, next, movesOf(before, next));
}

/** Writes the new declarations of one arrival, which all go to one grid; its counters move once for all of them. */
export async function putNewDeclarations(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'now'>,
  arrival: readonly DeclarationDocument[],
): Promise<void> {
  for (const declaration of arrival) await transaction.put(DECLARATIONS, declaration);
  const [first] = arrival;
  if (first) await countReturns(transaction, context, first, { expected: arrival.length });
}

/** Moves of one declaration: what it counted as before is taken off, what it counts as now is added. */
function movesOf(
  before: DeclarationDocument,
  next: DeclarationDocument,
): Partial<Record<ReturnCounter, number>> {
  const moves: Partial<Record<ReturnCounter, number>> = {};
  for (const [declaration, by] of [[before, -1] as const, [next, 1] as const])
    for (const counter of countersOf(declaration)) moves[counter] = (moves[counter] ?? 0) + by;
  return moves;
}

/** Of a return that is over, the release took its measure off. */
const countersOf = ({ status, checked, decision, observationId }: DeclarationDocument): ReturnCounter[] => [
  ...(status === 'declared' ? (['expected'] as const) : []),
  ...(checked === null ? [] : (['arrived'] as const)),
  ...(checked !== null && (status === 'checked' || observationId === null)
    ? ([`measures.${decision.measure}`] as const)
    : []),
];

/** Says in a transaction which return of a person is open; null for what is not. */
export async function putReturnee(
  transaction: Transaction,
  { personKey, gridPath, householdId }: DeclarationDocument,
  open: Pick<ReturneeDocument, 'openDeclarationId' | 'openObservationId'>,
): Promise<void> {
  const returnee: ReturneeDocument = { _id: personKey, gridPath, householdId, ...open };
  await transaction.put(RETURNEES, returnee);
}

/** Changes one declaration in the caller's scope, all or nothing; the same object answers that there is nothing to do. */
export const changeDeclaration = async (
  context: Context,
  declarationId: string,
  decide: (declaration: DeclarationDocument, transaction: Transaction) => Promise<DeclarationDocument>,
): Promise<DeclarationDocument> =>
  inTransaction(context.database, async (transaction) => {
    const declaration = await getDeclaration(transaction, context, declarationId);
    const next = await decide(declaration, transaction);
    if (next !== declaration) await putDeclaration(transaction, context, declaration, next);
    return next;
  });
