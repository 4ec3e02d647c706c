import type * as z from 'zod';
import type { AreaListView } from '../contracts/risk-area';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { findList, insertList } from './areas.repository';
import { isPlace } from './named-places';
import { listIdOf, newAdditions } from './new-list';
import { areaListView } from './rulebook-view';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.proposeAreas.input>;

/** Proposes risk areas; they decide nothing before another officer approves them. */
export async function proposeAreas(
  { requestId, source, rows }: Input,
  context: Context,
): Promise<AreaListView> {
  const { openid } = context.caller;
  const townId = ownTown(context);
  const wrong = rows.flatMap(({ code }, i) =>
    isPlace(code) ? [] : [[`rows.${i}.code`, '没有这个行政区划代码'] as const],
  );
  if (wrong.length > 0) throw invalidFields(Object.fromEntries(wrong));
  const present = await findList(context, listIdOf(openid, requestId));
  if (present) return areaListView(present, openid);
  const { list, areas } = newAdditions({ townId, requestId, source }, rows, context);
  await insertList(context, list, areas);
  return areaListView(list, openid);
}
