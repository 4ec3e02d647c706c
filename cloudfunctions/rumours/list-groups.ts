import type { GroupDocument } from '../channels/group.document';
import { WECHAT_GROUPS } from '../channels/group.document';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { placeOfCaller } from '../registration/place-of-caller';

/** A village has a few, and each team one. */
const MOST = 30;

/** The groups that a report may name: those bound to grids above the caller's home. Of a group only its name is told. */
export async function listGroups(
  _input: object,
  context: Context,
): Promise<{ groups: { groupId: string; name: string }[] }> {
  const place = await placeOfCaller(context);
  if (place === null) return { groups: [] };
  const { command } = context.database;
  const groups = await unscoped<GroupDocument>(context.database, WECHAT_GROUPS).pick(
    ['name'],
    { gridId: command.in(place.gridPath), status: 'bound' },
    { orderBy: [['_id', 'asc']], limit: MOST },
  );
  return { groups: groups.map(({ _id, name }) => ({ groupId: _id, name })) };
}
