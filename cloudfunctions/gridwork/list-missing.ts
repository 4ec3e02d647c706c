import type * as z from 'zod';
import type { MissingRow } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import type { Context } from '../kernel/context';
import { readOwnGrid } from '../township/grid.repository';
import { doorRow } from './door-row';
import { readMissing } from './gridwork.repository';

type Input = z.output<typeof gridworkContract.missing.input>;

const ROWS_A_PAGE = 20;

/** One page of the doors that still have to be knocked on. */
export async function listMissing(
  { gridId, after }: Input,
  context: Context,
): Promise<{ rows: MissingRow[]; next: string | null }> {
  const grid = await readOwnGrid(context, gridId);
  const found = await readMissing(context, {
    gridId: grid._id,
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const files = found.slice(0, ROWS_A_PAGE);
  const last = files.at(-1);
  return {
    rows: files.map((file) => doorRow(file, context.vault)),
    next: last && found.length > files.length ? Buffer.from(last.queueKey).toString('base64url') : null,
  };
}
