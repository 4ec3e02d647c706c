import type { Context } from '../kernel/context';
import { answerWithNotice } from '../rumours/refute-rumour';
import { putInPlaceOfOld } from './correction';
import type { NoticeDocument } from './notice.document';

/** What else changes when a notice is out: the older one that it corrects is marked, the rumour that it refutes is answered. Done twice it changes nothing. */
export async function followUp(
  notice: Pick<NoticeDocument, '_id' | 'replaces' | 'answers'>,
  context: Context,
): Promise<void> {
  await putInPlaceOfOld(notice, context);
  await answerWithNotice(notice, context);
}
