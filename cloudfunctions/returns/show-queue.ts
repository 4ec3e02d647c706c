import type * as z from 'zod';
import type { DeclarationRow } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { declarationRow } from './declaration-view';
import { readQueue } from './returns.repository';

type Input = z.output<typeof returnsContract.queue.input>;

const ROWS_A_PAGE = 20;

/** One page of a tab of the staff's list. */
export async function showQueue(
  { tab, after }: Input,
  context: Context,
): Promise<{ rows: DeclarationRow[]; next: string | null }> {
  const found = await readQueue(context, {
    tab,
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const page = found.slice(0, ROWS_A_PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((declaration) => declarationRow(declaration, context.vault, context.now)),
    next: last && found.length > page.length ? Buffer.from(last.queueKey).toString('base64url') : null,
  };
}
