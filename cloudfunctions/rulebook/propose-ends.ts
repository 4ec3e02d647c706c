import type * as z from 'zod';
import type { AreaListView } from '../contracts/risk-area';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { findList, insertList, readAreasById } from './areas.repository';
import { listIdOf, newEnds } from './new-list';
import { areaListView } from './rulebook-view';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.proposeEnds.input>;

/** Proposes a last day for areas in force. What they were until then stays, and decides whoever was there. */
export async function proposeEnds(
  { requestId, source, areaIds, validTo }: Input,
  context: Context,
): Promise<AreaListView> {
  const { openid } = context.caller;
  const townId = ownTown(context);
  const present = await findList(context, listIdOf(openid, requestId));
  if (present) return areaListView(present, openid);
  const ids = [...new Set(areaIds)];
  const areas = await readAreasById(context, townId, ids);
  if (areas.length < ids.length || areas.some(({ status }) => status !== 'approved'))
    throw new AppError('NOT_FOUND', '有的风险区域没有找到，请重新选择');
  if (areas.some(({ validFrom }) => validFrom > validTo))
    throw invalidFields({ validTo: '最后一天不能早于它成为风险区域的那天' });
  const list = newEnds({ townId, requestId, source }, areas, validTo, context);
  await insertList(context, list, []);
  return areaListView(list, openid);
}
