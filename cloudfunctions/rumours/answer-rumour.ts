import type { Context } from '../kernel/context';
import { actOn, isDone } from './rumour-acts';
import { type Answered, answerIdOf, type RumourDocument } from './rumour.document';
import { wakeTold, writeRumour } from './rumour.repository';

/** Gives a rumour its answer, and has word sent to all who told of it. Done twice it changes nothing. False when somebody wrote it meanwhile. */
export async function answerRumour(
  rumour: RumourDocument,
  answer: Answered,
  requestId: string,
  context: Context,
): Promise<boolean> {
  if (!isDone(rumour, requestId)) {
    const status = answer.outcome;
    const what = status === 'refuted' ? '辟谣' : '办结';
    const written = await writeRumour(context, rumour, {
      ...actOn(rumour, { requestId, what }, context),
      status,
      answer,
      order: `${answer.at} ${rumour._id}`,
    });
    if (!written) return false;
  }
  const given = isDone(rumour, requestId) ? (rumour.answer ?? answer) : answer;
  await wakeTold(context, rumour._id, { answerId: answerIdOf(given), now: context.now });
  return true;
}
