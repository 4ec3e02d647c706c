import type * as z from 'zod';
import type { PushedList, pushedListContract } from '../contracts/pushed-list';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { readFirstSheet, unreadable } from '../roster/sheet';
import {
  chunkIdOf,
  type ListDocument,
  listIdOf,
  listView,
  noCounts,
  type RowsDocument,
} from './list.document';
import { findList, insertList, insertRows, moveList, removeList } from './pushedlist.repository';
import { type ReadRows, readRows } from './rows';

type Input = z.output<typeof pushedListContract.stage.input>;

/** Rows in one chunk: what one transaction dispatches. */
const ROWS_A_CHUNK = 50;

/**
 * Takes over an uploaded list. The list comes first, so that the timer knows of the file if this call is killed; the file goes last, so
 * that sending the form again can still read it. It holds ID numbers in the clear, so it goes whatever is wrong with it.
 */
export async function stageList(input: Input, context: Context): Promise<PushedList> {
  if (!input.fileId.endsWith(`/${input.requestId}.xlsx`)) throw unreadable('请重新选择表格');
  const deadline = toTimestamp(chinaTime(input.deadline));
  if (deadline <= toTimestamp(context.now)) throw invalidFields({ deadline: '期限已经过了，请选以后的时间' });
  const listId = listIdOf(context.caller.openid, input.requestId);
  const present = await findList(context, listId);
  if (present && present.status !== 'staging') {
    await context.files.remove(input.fileId);
    return listView(present);
  }
  const list = present ?? newList(listId, { ...input, deadline }, context);
  context.about({ gridPath: list.gridPath });
  if (!present) await insertList(context, list);
  try {
    const file = await context.files.read(input.fileId);
    if (file === null) throw unreadable('文件没有传上来，请重新选择');
    const read = readRows(await readFirstSheet(file));
    const chunks = chunksOf(list, read, context);
    await insertRows(context, chunks);
    const staged = { status: 'checking' as const, chunks: chunks.length, rows: read.total };
    await moveList(context, list, staged);
    await context.files.remove(input.fileId);
    return listView((await findList(context, listId)) ?? { ...list, ...staged });
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    // The same form twice at once: the other call has read the file and deleted it.
    const standing = await findList(context, listId);
    if (standing && standing.status !== 'staging') return listView(standing);
    await context.files.remove(input.fileId);
    await removeList(context, listId);
    throw fault;
  }
}

/** An officer's lists belong to the grid in which they hold the office. */
const newList = (_id: string, input: Input, { caller, now }: Context): ListDocument => ({
  _id,
  gridPath: [...(caller.posts.find(({ role }) => role === 'townOfficer')?.gridPath ?? [])],
  title: input.title,
  source: input.source,
  fileId: input.fileId,
  fileName: input.fileName,
  status: 'staging',
  chunks: 0,
  cursor: 0,
  rows: 0,
  done: 0,
  counts: noCounts(),
  unplaced: 0,
  deadline: input.deadline,
  triesNeeded: input.triesNeeded,
  importedBy: caller.openid,
  importedByName: caller.name ?? '',
  importedAt: toTimestamp(now),
});

/** Right and wrong rows of the same part of the sheet lie together, so that faults come in its order. */
function chunksOf(list: ListDocument, { rows, faults }: ReadRows, { vault }: Context): RowsDocument[] {
  const lastRow = Math.max(...rows.map(({ row }) => row), ...faults.map(({ row }) => row));
  const chunks: RowsDocument[] = [];
  for (let from = 2; from <= lastRow; from += ROWS_A_CHUNK) {
    const isHere = ({ row }: { row: number }) => row >= from && row < from + ROWS_A_CHUNK;
    const [right, wrong] = [rows.filter(isHere), faults.filter(isHere)];
    chunks.push({
      _id: chunkIdOf(list._id, chunks.length),
      listId: list._id,
      gridPath: list.gridPath,
      position: chunks.length,
      rows: right.length + new Set(wrong.map(({ row }) => row)).size,
      sealed: vault.seal('roster', JSON.stringify(right)),
      wrong,
      found: [],
      faultCount: wrong.length,
    });
  }
  return chunks;
}
