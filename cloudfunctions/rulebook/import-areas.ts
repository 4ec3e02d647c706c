import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { readFirstSheet, unreadable } from '../roster/sheet';
import { readAreaSheet } from './area-sheet';
import { findList, insertList } from './areas.repository';
import { listIdOf, newAdditions } from './new-list';
import { areaListView } from './rulebook-view';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.importAreas.input>;
type Output = z.output<typeof rulebookContract.importAreas.output>;

/** More faults than these nobody reads on a phone. */
const MOST_FAULTS = 200;

/**
 * Proposes the areas of a spreadsheet, all or none: a list with a hole in it would let somebody pass. The file goes whatever is wrong with
 * it; a call that was killed leaves it for the same form to send again.
 */
export async function importAreas({ requestId, source, fileId }: Input, context: Context): Promise<Output> {
  const { caller, files } = context;
  const townId = ownTown(context);
  if (!fileId.endsWith(`/${requestId}.xlsx`)) throw unreadable('请重新选择表格');
  const present = await findList(context, listIdOf(caller.openid, requestId));
  if (present) return { list: areaListView(present, caller.openid), faults: [] };
  const file = await files.read(fileId);
  if (file === null) throw unreadable('文件没有传上来，请重新选择');
  try {
    const { areas, faults } = readAreaSheet(await readFirstSheet(file));
    if (faults.length > 0) return { list: null, faults: faults.slice(0, MOST_FAULTS) };
    const additions = newAdditions({ townId, requestId, source }, areas, context);
    await insertList(context, additions.list, additions.areas);
    return { list: areaListView(additions.list, caller.openid), faults: [] };
  } finally {
    await files.remove(fileId);
  }
}
