import type { NoticeContent } from '../contracts/notice';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { NoticeDocument } from '../publishing/notice.document';
import { answerRumour } from './answer-rumour';
import { readRefutations } from './refutations.repository';
import type { RumourDocument } from './rumour.document';
import { changedMeanwhile } from './rumour-acts';
import { findRumour, readRumour, writeRumour } from './rumour.repository';
import { onItsWay } from './rumour-view';

type Writing = { _id: string; answers: string | null; content: NoticeContent };

/**
 * Before a notice that answers a rumour is written: the rumour is one of the caller's grids and waits for an answer, nobody else is writing one, and
 * the notice says whose word it is. The rumour then knows its refutation, so that of two people at once only one goes on.
 */
export async function claimRumour({ _id, answers, content }: Writing, context: Context): Promise<void> {
  if (answers === null) return;
  requireQuoted(content);
  const rumour = await readRumour(context, answers);
  if (rumour.refutationId === _id) return;
  await requireFree(rumour, context);
  if (await writeRumour(context, rumour, { refutationId: _id })) return;
  // The same form tapped twice at once claims it once, and both go on.
  if ((await readRumour(context, answers)).refutationId !== _id) throw changedMeanwhile();
}

/** A refutation stands on somebody's official word; without it, it is one more rumour. */
function requireQuoted({ kind, source }: NoticeContent): void {
  if (kind !== 'refutation')
    throw new AppError('INVALID_INPUT', '答复谣言要用「辟谣」这一类，请改一下', {
      'content.kind': '答复谣言要用「辟谣」这一类',
    });
  if (source.documentNumber === '' && source.scan === null)
    throw new AppError('INVALID_INPUT', '辟谣要写明出处，请补上', {
      'content.source.documentNumber': '请写官方文号，或者公告、网页的名字；也可以放原文的照片',
    });
}

async function requireFree(rumour: RumourDocument, context: Context): Promise<void> {
  if (rumour.status === 'joined')
    throw new AppError('CONFLICT', '这条已经合到别的里去了，请打开最新的那条再答复');
  const refutations = await readRefutations(context, [rumour]);
  if (onItsWay(rumour, refutations)?.status === 'returned') return;
  if (onItsWay(rumour, refutations))
    throw new AppError('CONFLICT', '已经有人写好了辟谣，正等着发。请到「我发的通知」里看');
  const given = rumour.answer?.outcome === 'refuted' ? refutations.get(rumour.answer.noticeId) : undefined;
  if (given?.status === 'published') throw new AppError('CONFLICT', '这条已经辟过谣了。要改，请更正那条通知');
}

/** Longer than several people act on one rumour in the same moment. */
const ATTEMPTS = 5;

/** A refutation is out: the rumour is answered with it. Done twice it changes nothing: the timer does it again. */
export async function answerWithNotice(
  { _id, answers }: Pick<NoticeDocument, '_id' | 'answers'>,
  context: Context,
): Promise<void> {
  for (let attempt = 0; answers !== null && attempt < ATTEMPTS; attempt += 1) {
    const rumour = await leadingOne(answers, context);
    if (!rumour) return;
    const answer = { outcome: 'refuted', at: toTimestamp(context.now), noticeId: _id } as const;
    if (await answerRumour(rumour, answer, `refuted-by-${_id}`, context)) return;
  }
}

/** The rumour, or the one that it joined while its refutation was being agreed to. */
async function leadingOne(rumourId: string, context: Context): Promise<RumourDocument | null> {
  const rumour = await findRumour(context, rumourId);
  return rumour === null || rumour.leadId === rumour._id ? rumour : findRumour(context, rumour.leadId);
}
