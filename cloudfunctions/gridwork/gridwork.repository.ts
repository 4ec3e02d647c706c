import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import {
  type HouseholdDocument,
  HOUSEHOLDS,
  type PastVisit,
  type PlannedVisit,
} from '../registration/household.document';

/** Files in the caller's grids that have one key of each list, in the order of their ids, from after the given one. */
export const readFound = async (
  context: Context,
  { keys, after, limit }: { keys: readonly (readonly string[])[]; after?: string; limit: number },
): Promise<HouseholdDocument[]> => {
  const { command } = context.database;
  const [lead = [], ...rest] = keys;
  return scoped<HouseholdDocument>(context, HOUSEHOLDS, null).find(
    {
      searchKeys: command.in([...lead]).and(...rest.map((anyOf) => command.in([...anyOf]))),
      ...(after !== undefined && { _id: command.gt(after) }),
    },
    { orderBy: [['_id', 'asc']], limit },
  );
};

/** Files of one grid and everything below it that stand on the roster only, from after the one whose `queueKey` is given. */
export const readMissing = async (
  context: Context,
  { gridId, after, limit }: { gridId: string; after?: string; limit: number },
): Promise<HouseholdDocument[]> =>
  scoped<HouseholdDocument>(
    { ...context, scope: { kind: 'grids', gridIds: [gridId] } },
    HOUSEHOLDS,
    null,
  ).find(
    {
      status: 'rostered',
      ...(after !== undefined && { queueKey: context.database.command.gt(after) }),
    },
    { orderBy: [['queueKey', 'asc']], limit },
  );

const householdsOf = (context: Context) => scoped<HouseholdDocument>(context, HOUSEHOLDS, null);

/** Writes down when a household will be visited; false when there is no such open file in the caller's grids. */
export const writeVisit = async (
  context: Context,
  householdId: string,
  visit: PlannedVisit,
): Promise<boolean> => {
  const { command } = context.database;
  const open = { _id: householdId, status: command.neq('closed') };
  return (await householdsOf(context).update(open, { visit: command.set(visit) })) > 0;
};

/** Notes how the visit of that date went; does nothing when it is not agreed any more. */
export const writeVisitResult = async (
  context: Context,
  householdId: string,
  { date, ...result }: PastVisit,
): Promise<boolean> => {
  const { command } = context.database;
  const agreed = { _id: householdId, 'visit.date': date };
  const past = command.set({ date, ...result });
  return (await householdsOf(context).update(agreed, { visit: null, lastVisit: past })) > 0;
};

/** Files with a visit agreed, earliest first, from after the date and id given. */
export const readVisits = async (
  context: Context,
  { after, limit }: { after?: { date: string; id: string }; limit: number },
): Promise<HouseholdDocument[]> => {
  const { command } = context.database;
  const page = {
    orderBy: [
      ['visit.date', 'asc'],
      ['_id', 'asc'],
    ] as const,
    limit,
  };
  if (after === undefined) return householdsOf(context).find({ 'visit.date': command.gt('') }, page);
  // The rest of that day first; what is then missing to a page comes from the days after.
  const sameDay = await householdsOf(context).find(
    { 'visit.date': after.date, _id: command.gt(after.id) },
    page,
  );
  const later =
    sameDay.length < limit
      ? await householdsOf(context).find({ 'visit.date': command.gt(after.date) }, page)
      : [];
  return [...sameDay, ...later].slice(0, limit);
};
