import type * as z from 'zod';
import type { GroupView } from '../contracts';
import type { groupActions } from '../contracts/wechat-groups';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { readOwnGrid } from '../township/grid.repository';
import { groupViews } from './group-view';
import type { GroupDocument } from './group.document';
import {
  actOf,
  addGroup,
  changedMeanwhile,
  changeGroup,
  findGroup,
  findOwnGroup,
  isDone,
  noGroup,
  readGroup,
} from './group.repository';

type Binding = z.output<typeof groupActions.bindGroup.input>;
type Changing = z.output<typeof groupActions.changeGroup.input>;
type Unbinding = z.output<typeof groupActions.unbindGroup.input>;
type Here = typeof groupActions.groupHere;

/** In whose chat the caller stands. Somebody else's group is told to be that, and no more. */
export async function showGroupHere(
  { cloudId }: { cloudId: string },
  context: Context,
): Promise<z.input<Here['output']>> {
  const stored = await findGroup(context, await context.wechatGroupOf(cloudId));
  if (stored?.status !== 'bound') return { group: null, boundElsewhere: false };
  if (!mayTouchGrid(context.scope, stored.gridPath)) return { group: null, boundElsewhere: true };
  return { group: await viewed(stored, context), boundElsewhere: false };
}

/** One group, one grid: whoever is in the group's chat and works in that grid says so. */
export async function bindGroup(input: Binding, context: Context): Promise<GroupView> {
  const { requestId, cloudId, name, version } = input;
  const _id = await context.wechatGroupOf(cloudId);
  const place = await placeFor(input, context);
  const stored = await findGroup(context, _id);
  if (!stored) return viewed(await addFirst({ _id, name, ...place }, requestId, context), context);
  if (isDone(stored, requestId)) return viewed(stored, context);
  const change = { name, ...place, status: 'bound' } as const;
  // Nobody's: its history stays, and it is as good as new.
  if (stored.status === 'unbound')
    return viewed(await changeGroup(context, stored, change, { requestId, what: '绑定' }), context);
  if (!mayTouchGrid(context.scope, stored.gridPath))
    throw new AppError('CONFLICT', '这个群已经绑在别的地方了。请联系镇防控办，先在那边解绑');
  if (stored.version !== version) throw changedMeanwhile();
  return viewed(await changeGroup(context, stored, change, { requestId, what: '改绑' }), context);
}

/** Another name or another grid, without going to the group. */
export async function renameGroup(input: Changing, context: Context): Promise<GroupView> {
  const { requestId, groupId, name, version } = input;
  const stored = await readGroup(context, groupId);
  context.about({ gridPath: stored.gridPath });
  if (isDone(stored, requestId)) return viewed(stored, context);
  const place = await placeFor(input, context);
  if (stored.version !== version) throw changedMeanwhile();
  const changed = await changeGroup(context, stored, { name, ...place }, { requestId, what: '修改' });
  return viewed(changed, context);
}

export async function unbindGroup(
  { requestId, groupId, version }: Unbinding,
  context: Context,
): Promise<Record<string, never>> {
  const stored = await findOwnGroup(context, groupId);
  if (!stored) throw noGroup();
  context.about({ gridPath: stored.gridPath });
  if (isDone(stored, requestId)) return {};
  if (stored.status === 'unbound') throw noGroup();
  if (stored.version !== version) throw changedMeanwhile();
  await changeGroup(context, stored, { status: 'unbound' }, { requestId, what: '解绑' });
  return {};
}

type Place = Pick<GroupDocument, 'gridId' | 'gridPath' | 'pathNames'>;

async function placeFor({ gridId }: { gridId: string }, context: Context): Promise<Place> {
  const grid = await readOwnGrid(context, gridId);
  context.about({ gridPath: grid.path });
  return { gridId, gridPath: grid.path, pathNames: grid.pathNames };
}

async function addFirst(
  group: Place & Pick<GroupDocument, '_id' | 'name'>,
  requestId: string,
  context: Context,
): Promise<GroupDocument> {
  const act = actOf(context, { requestId, what: '绑定' });
  const added: GroupDocument = { ...group, status: 'bound', version: 1, changes: [act] };
  if (await addGroup(context, added)) return added;
  // Two at once: the same tap twice, or somebody else was first.
  const other = await findGroup(context, group._id);
  if (other && isDone(other, requestId)) return other;
  throw changedMeanwhile();
}

async function viewed(group: GroupDocument, context: Context): Promise<GroupView> {
  const [view] = await groupViews([group], context);
  if (!view) throw new Error('A group has its own view');
  return view;
}
