import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { ownSuppliers } from '../catalogue/supplier.repository';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';
import { ROUND_SLOTS, type SlotDocument, slotKeyOf } from '../pickup/slot.document';
import { type RoundDocument, ROUNDS } from '../rounds/round.document';
import { readSupplierRound } from '../rounds/round.repository';
import { type PostDocument, POSTS } from '../township/post.document';

type Reader = Pick<Context, 'database' | 'scope'>;

/** A whole order is about 1 KB: so many are one comfortable answer of the database. */
const ORDERS_AT_ONCE = 500;
const MOST_AT_ONCE = 1000;
const ROUNDS_AT_ONCE = 50;

/** All placed orders of a round, as far as the scope reaches, in the order of their ids. */
export async function readAllOrders(context: Reader, roundId: string): Promise<OrderDocument[]> {
  const all: OrderDocument[] = [];
  for (;;) {
    const after = all.at(-1)?._id ?? '';
    const more = await readOrdersOfRound(context, roundId, { after, limit: ORDERS_AT_ONCE });
    all.push(...more);
    if (more.length < ORDERS_AT_ONCE) return all;
  }
}

/**
 * A context that reaches every order of a round, for a step that shares or sums them all: whoever sets it off has been found to reach the round, and sees no
 * more than its result.
 */
export const asMachine = (context: Context): Context => ({ ...context, scope: { kind: 'system' } });

/** The round, where the caller works for its supplier; answered like none at all otherwise. */
export async function readOwnRound(context: Context, roundId: string): Promise<RoundDocument> {
  const suppliers = await ownSuppliers(context);
  return readSupplierRound(
    context,
    suppliers.map(({ _id }) => _id),
    roundId,
  );
}

/** Rounds between cut-off and the last hand-over that have slots and nothing else to be done, in the order of their ids. */
export const readRoundsToHandOut = async (
  { database }: Pick<Context, 'database'>,
  after: string,
): Promise<RoundDocument[]> =>
  unscoped<RoundDocument>(database, ROUNDS).find(
    {
      status: database.command.in(['closed', 'purchasing', 'arrived', 'distributing']),
      job: null,
      _id: database.command.gt(after),
    },
    { orderBy: [['_id', 'asc']], limit: ROUNDS_AT_ONCE },
  );

/** Who may not leave the house or let anybody in, for however long. */
const MEASURES_AT_HOME = ['homeObservation', 'temporaryIsolation'] as const;
const NOT_OVER = ['active', 'paused', 'releasing'] as const;

/**
 * Households of some grids in which somebody is under observation at home. It looks past the caller's scope: nobody hands them anything over in a
 * slot, whoever asks; nothing but the household's id leaves.
 */
export async function readObservedHouseholds(
  { database }: Pick<Context, 'database'>,
  gridIds: readonly string[],
): Promise<Set<string>> {
  const { command } = database;
  const observed = new Set<string>();
  for (let last = ''; ;) {
    const found = await unscoped<ObservationDocument>(database, OBSERVATIONS).find(
      {
        gridPath: command.in([...gridIds]),
        status: command.in([...NOT_OVER]),
        measure: command.in([...MEASURES_AT_HOME]),
        _id: command.gt(last),
      },
      { orderBy: [['_id', 'asc']], limit: MOST_AT_ONCE },
    );
    for (const { householdId } of found) observed.add(householdId);
    last = found.at(-1)?._id ?? '';
    if (found.length < MOST_AT_ONCE) return observed;
  }
}

/** Whether somebody of this household is under observation at home now. */
export const isObserved = async (
  { database }: Pick<Context, 'database'>,
  householdId: string,
): Promise<boolean> =>
  (await unscoped<ObservationDocument>(database, OBSERVATIONS).count({
    householdId,
    status: database.command.in([...NOT_OVER]),
    measure: database.command.in([...MEASURES_AT_HOME]),
  })) > 0;

/** The round's slots as they fill; those that are missing come to be empty. */
export async function openSlots(context: Reader, round: RoundDocument): Promise<SlotDocument[]> {
  const slots = scoped<SlotDocument>(context, ROUND_SLOTS, null);
  const present = await readSlots(context, round._id);
  const known = new Set(present.map(({ slotId }) => slotId));
  const missing = round.distribution.slots
    .filter(({ slotId }) => !known.has(slotId))
    .map((slot) => ({
      ...slot,
      _id: slotKeyOf(round._id, slot.slotId),
      roundId: round._id,
      gridPath: round.gridPath,
      taken: 0,
    }));
  for (const slot of missing) await slots.insert(slot);
  return [...present, ...missing];
}

/** How full the slots of a round are, earliest first. Numbers of households and nothing else, so a household of the round reads them too. */
export const readSlots = async (
  { database }: Pick<Context, 'database'>,
  roundId: string,
): Promise<SlotDocument[]> =>
  unscoped<SlotDocument>(database, ROUND_SLOTS).find(
    { roundId },
    {
      orderBy: [
        ['date', 'asc'],
        ['from', 'asc'],
      ],
      limit: MOST_AT_ONCE,
    },
  );

/** Households of a round by how their goods reach them: three counts, each answered from an index. It looks past the caller's scope, at numbers only. */
export async function countByWay(
  { database }: Pick<Context, 'database'>,
  roundId: string,
): Promise<{ pickup: number; door: number; unplaced: number }> {
  const count = async (condition: object) =>
    unscoped<OrderDocument>(database, ORDERS).count({ roundId, status: 'placed', ...condition });
  const [all, door, unplaced] = await Promise.all([
    count({}),
    count({ 'pickup.way': 'door' }),
    count({ pickup: null }),
  ]);
  return { pickup: all - door - unplaced, door, unplaced };
}

/** The grid members of some grids, in the order of their posts. */
export const readGridMembers = async (
  { database }: Pick<Context, 'database'>,
  gridIds: readonly string[],
): Promise<PostDocument[]> =>
  gridIds.length === 0
    ? []
    : unscoped<PostDocument>(database, POSTS).find(
        { gridId: database.command.in([...gridIds]), role: 'gridMember', status: 'active' },
        { orderBy: [['_id', 'asc']], limit: MOST_AT_ONCE },
      );
