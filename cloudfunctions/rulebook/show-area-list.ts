import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { readAreasById, readAreasOfList, readList } from './areas.repository';
import { areaListView, areaView } from './rulebook-view';
import { townOf } from './town';

type Input = z.output<typeof rulebookContract.areaList.input>;
type Output = z.output<typeof rulebookContract.areaList.output>;

const ROWS_A_PAGE = 50;

/** One list with its areas: those that it adds, or those that it ends. */
export async function showAreaList({ listId, after }: Input, context: Context): Promise<Output> {
  const townId = townOf(context);
  const list = await readList(context, townId, listId);
  const view = areaListView(list, context.caller.openid);
  if (list.ends !== null) {
    const { areaIds, validTo } = list.ends;
    const areas = await readAreasById(context, townId, areaIds);
    return { list: view, rows: areas.map((area) => areaView({ ...area, validTo })), next: null };
  }
  const found = await readAreasOfList(context, listId, {
    ...(after !== undefined && { after }),
    limit: ROWS_A_PAGE + 1,
  });
  const rows = found.slice(0, ROWS_A_PAGE).map(areaView);
  return { list: view, rows, next: found.length > rows.length ? (rows.at(-1)?.areaId ?? null) : null };
}
