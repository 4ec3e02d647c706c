import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type GridDocument, GRIDS } from './grid.document';

export const GRID_CODES = 'grid_codes';

/** Which of a parent's grids has a code. Its id says both, so of two officers who give it at once one is refused. */
type GridCodeDocument = { _id: string; gridId: string };
type Coded = Pick<GridDocument, '_id' | 'parentId' | 'code'>;

const codeIdOf = ({ parentId, code = '' }: Coded): string => `${parentId ?? 'towns'}.${code}`;

/** Gives a grid its code among its siblings, inside the transaction that writes the grid; false when another one there has it. */
export async function takeCode(transaction: Transaction, grid: Coded): Promise<boolean> {
  if (grid.code === undefined) return true;
  const _id = codeIdOf(grid);
  const holder = await transaction.get<GridCodeDocument>(GRID_CODES, _id);
  if (holder) return holder.gridId === grid._id;
  await transaction.add(GRID_CODES, { _id, gridId: grid._id } satisfies GridCodeDocument);
  return true;
}

export async function giveUpCode(transaction: Transaction, grid: Coded): Promise<void> {
  if (grid.code !== undefined) await transaction.remove(GRID_CODES, codeIdOf(grid));
}

/** Another code, or none for an empty one. Throws a refusal beside `code` when a sibling has it. */
export const changeCode = async ({ database }: Context, gridId: string, code: string): Promise<void> =>
  inTransaction(database, async (transaction) => {
    const present = await transaction.get<GridDocument>(GRIDS, gridId);
    if (!present || (present.code ?? '') === code) return;
    const next: GridDocument = { ...present };
    if (code === '') delete next.code;
    else next.code = code;
    await giveUpCode(transaction, present);
    if (!(await takeCode(transaction, next))) throw sameCode(code);
    await transaction.put(GRIDS, next);
  });

export const sameCode = (code: string) => invalidFields({ code: `这里已经有编号“${code}”了，请换一个` });
