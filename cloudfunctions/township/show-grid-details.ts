import type * as z from 'zod';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { sumBelow } from './coverage.repository';
import { gridView } from './grid.document';
import { readGridsBelow, readOwnGrid } from './grid.repository';
import { readMove } from './move.repository';
import { postView } from './post.document';
import { readPostsIn } from './post.repository';
import { registeredOf } from './rules';

type Input = z.output<typeof townshipContract.gridDetails.input>;
type Output = z.output<typeof townshipContract.gridDetails.output>;

/** One grid of the office's with its children, what is counted below each, and who holds which post in it; the town itself when none is named. */
export async function showGridDetails({ gridId }: Input, context: Context): Promise<Output> {
  const own = context.scope.kind === 'grids' ? context.scope.gridIds[0] : undefined;
  const grid = await readOwnGrid(context, gridId ?? own ?? '');
  const [children, rows, posts, move] = await Promise.all([
    readGridsBelow(context, grid._id),
    sumBelow(context.database, [grid._id], grid.path.length),
    readPostsIn(context, grid._id),
    readMove(context, grid._id),
  ]);
  const countsOf = new Map(rows.map((row) => [row.gridId, row]));
  return {
    grid: {
      ...gridView(grid),
      code: grid.code ?? '',
      knownHouseholds: rows.reduce((sum, { known }) => sum + known, 0),
      retired: grid.retired === true,
      parentId: grid.parentId,
      moving: move?.status === 'moving',
    },
    children: children.map((child) => {
      const counts = countsOf.get(child._id);
      return {
        ...gridView(child),
        code: child.code ?? '',
        knownHouseholds: counts?.known ?? 0,
        registered: counts ? registeredOf(counts) : 0,
        retired: child.retired === true,
      };
    }),
    posts: posts.map(postView),
  };
}
