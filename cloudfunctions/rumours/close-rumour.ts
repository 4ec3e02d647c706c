import type * as z from 'zod';
import type { RumourView, rumoursContract } from '../contracts/rumours';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { changedMeanwhile, isDone } from './rumour-acts';
import { readRumour } from './rumour.repository';
import { rumourView } from './show-rumour';
import { answerRumour } from './answer-rumour';

type Input = z.output<typeof rumoursContract.close.input>;

/** No rumour, or dealt with without a notice: the words go to all who told of it. */
export async function closeRumour(
  { requestId, rumourId, version, reason }: Input,
  context: Context,
): Promise<RumourView> {
  const stored = await readRumour(context, rumourId);
  context.about({ gridPath: stored.gridPath, reason });
  if (!isDone(stored, requestId)) {
    if (stored.status !== 'open')
      throw new AppError('CONFLICT', '这条已经答复过，或者已经合到别的里去了，请看最新的');
    if (stored.version !== version) throw changedMeanwhile();
  }
  const { caller, now } = context;
  const answer = {
    outcome: 'handled',
    at: toTimestamp(now),
    by: caller.openid,
    byName: caller.name ?? '',
    reason,
  } as const;
  if (!(await answerRumour(stored, answer, requestId, context))) throw changedMeanwhile();
  return rumourView(await readRumour(context, rumourId), context);
}
