import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { readLists } from './areas.repository';
import { areaListView } from './rulebook-view';
import { townOf } from './town';

type Input = z.output<typeof rulebookContract.areaLists.input>;
type Output = z.output<typeof rulebookContract.areaLists.output>;

const ROWS_A_PAGE = 20;

/** Every list of areas that was ever proposed, latest first. */
export async function listAreaLists({ after }: Input, context: Context): Promise<Output> {
  const found = await readLists(context, townOf(context), {
    statuses: ['proposed', 'publishing', 'approved', 'rejected'],
    ...(after !== undefined && { before: after }),
    limit: ROWS_A_PAGE + 1,
  });
  const rows = found.slice(0, ROWS_A_PAGE).map((list) => areaListView(list, context.caller.openid));
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.proposedAt ?? null) : null };
}
