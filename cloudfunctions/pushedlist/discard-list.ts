import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { moveList, readList, removeList } from './pushedlist.repository';

/** Drops a list that isn't dispatched. Once that has begun it has to end: half a list would leave people out. */
export async function discardList(
  { listId }: { listId: string },
  context: Context,
): Promise<Record<string, never>> {
  const list = await readList(context, listId);
  if (list.status === 'applying' || list.status === 'applied')
    throw new AppError('CONFLICT', '已经开始下发了，不能丢弃');
  // Nobody may start dispatching what is about to go.
  if (!(await moveList(context, list, { status: 'staging' })))
    throw new AppError('CONFLICT', '有人正在处理这份名单，请刷新再看');
  await removeList(context, listId);
  return {};
}
