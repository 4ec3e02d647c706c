import type * as z from 'zod';
import type { rumoursContract } from '../contracts/rumours';
import type { Context } from '../kernel/context';
import { readRefutations } from './refutations.repository';
import { readQueue, RUMOURS_A_PAGE } from './rumour.repository';
import { rumourRow } from './rumour-view';

type Queue = typeof rumoursContract.queue;

export async function listRumours(
  { tab, after }: z.output<Queue['input']>,
  context: Context,
): Promise<z.input<Queue['output']>> {
  const rumours = await readQueue(context, { tab, after });
  const refutations = await readRefutations(context, rumours);
  const next = rumours.length === RUMOURS_A_PAGE ? (rumours.at(-1)?.order ?? null) : null;
  return { rows: rumours.map((rumour) => rumourRow(rumour, refutations)), next };
}
