import type * as z from 'zod';
import type { AreaListView } from '../contracts/risk-area';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { type AreaListDocument, AREA_LISTS } from './area-list.document';
import { readList, rejectAreas } from './areas.repository';
import { areaListView } from './rulebook-view';
import { runSweep } from './run-sweep';
import { decidedBy, mustDecide } from './second-officer';
import { beginSweep, sweepIdOf } from './sweep.repository';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.decideAreas.input>;

/**
 * A second officer approves or rejects a list. A list may be longer than a transaction, so approving writes the list and its sweep
 * together, and the sweep's first step brings the areas into force: killed in between, the timer does the rest.
 */
export async function decideAreas({ listId, ...word }: Input, context: Context): Promise<AreaListView> {
  const { caller, database } = context;
  const townId = ownTown(context);
  await readList(context, townId, listId);
  const isApproved = word.decision === 'approve';
  await inTransaction(database, async (transaction) => {
    const present = await transaction.get<AreaListDocument>(AREA_LISTS, listId);
    if (!present) throw new AppError('NOT_FOUND', '没有找到这份清单');
    if (!mustDecide(present, word, context)) return;
    const status = isApproved ? 'publishing' : 'rejected';
    await transaction.put(AREA_LISTS, {
      ...present,
      ...decidedBy(word, context),
      status,
    } satisfies AreaListDocument);
    if (isApproved)
      await beginSweep(transaction, context, {
        gridPath: present.gridPath,
        kind: 'areas',
        subject: listId,
        title: `${present.kind === 'add' ? '新增风险区域' : '解除风险区域'}：${present.title}`,
      });
  });
  if (isApproved) await runSweep(context, sweepIdOf(listId));
  else await rejectAreas(context, listId);
  return areaListView(await readList(context, townId, listId), caller.openid);
}
