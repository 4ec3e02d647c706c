import type * as z from 'zod';
import type { paperActions } from '../contracts/notice-paper';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { isForEverybody, noticeView } from '../publishing/notice-view';
import { loudspeakerRules } from './loudspeaker';
import { readNoticeHere } from './notice-here';

type Paper = typeof paperActions.paper;
type Code = z.input<Paper['output']>['code'];

const NOTICE_PAGE = 'packages/notices/notice/index';
/** Twice as fine as it is printed on A4 at 150 dots an inch; a slow network carries it. */
const CODE_PX = 430;

/** What a poster or the loudspeaker needs of a notice. */
export async function showPaper(
  { noticeId, withCode }: z.output<Paper['input']>,
  context: Context,
): Promise<z.input<Paper['output']>> {
  const notice = await readNoticeHere(context, noticeId);
  const [code, loudspeaker] = await Promise.all([
    withCode && notice.status === 'published' && isForEverybody(notice)
      ? codeOf(notice.shareKey, context)
      : null,
    loudspeakerRules.read(context, notice.gridPath[0] ?? ''),
  ]);
  return { notice: noticeView(notice), code, loudspeaker };
}

/** The key alone names the notice: a code has room for 32 signs. None before the mini-program is published: the rest of the poster stands. */
async function codeOf(scene: string, { miniProgramCode }: Context): Promise<Code> {
  try {
    const { format, content } = await miniProgramCode({ page: NOTICE_PAGE, scene, width: CODE_PX });
    return { format, base64: content.toString('base64') };
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'CONFLICT') return null;
    throw fault;
  }
}
