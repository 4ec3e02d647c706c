import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';

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
