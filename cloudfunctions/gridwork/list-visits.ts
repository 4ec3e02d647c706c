import type * as z from 'zod';
import type { VisitRow } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import type { Context } from '../kernel/context';
import { doorRow } from './door-row';
import { readVisits } from './gridwork.repository';

type Input = z.output<typeof gridworkContract.visits.input>;

const ROWS_A_PAGE = 20;

/** One page of the visits that are agreed. A cursor is the date and id of its last row. */
export async function listVisits(
  { after }: Input,
  context: Context,
): Promise<{ rows: VisitRow[]; next: string | null }> {
  const [date = '', id = ''] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split(' ');
  const found = await readVisits(context, {
    ...(after !== undefined && { after: { date, id } }),
    limit: ROWS_A_PAGE + 1,
  });
  const rows = found.slice(0, ROWS_A_PAGE).map((file) => ({
    ...doorRow(file, context.vault),
    date: file.visit?.date ?? '',
    purpose: file.visit?.purpose ?? '',
  }));
  const last = rows.at(-1);
  const more = last && found.length > rows.length;
  return { rows, next: more ? Buffer.from(`${last.date} ${last.householdId}`).toString('base64url') : null };
}
