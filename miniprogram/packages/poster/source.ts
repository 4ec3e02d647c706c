import type { LoudspeakerRules } from '../../../cloudfunctions/contracts/index';
import type { NoticeText } from '../../components/notice-text/view';
import { readLoudspeakerRules, readPaper } from '../../services/channels';
import { draftAsNotice } from '../../services/draft-notice';
import { readNoticeDraft } from '../../services/publishing';

/** What is put on paper or read out: a notice, or one that is still being written. */
export type Source = {
  notice: NoticeText;
  /** An address that a canvas loads; null while there is none. */
  code: string | null;
  /** It is not out yet: its code comes with it. */
  isDraft: boolean;
  loudspeaker: LoudspeakerRules;
};

export async function readSource({
  noticeId,
  draftId,
  withCode,
}: {
  noticeId: string;
  draftId: string;
  withCode: boolean;
}): Promise<Source> {
  if (draftId !== '') {
    const [draft, loudspeaker] = await Promise.all([readNoticeDraft(draftId), readLoudspeakerRules()]);
    return { notice: draftAsNotice(draft), code: null, isDraft: true, loudspeaker };
  }
  const { notice, code, loudspeaker } = await readPaper(noticeId, withCode);
  return {
    notice,
    code: code && `data:image/${code.format};base64,${code.base64}`,
    isDraft: false,
    loudspeaker,
  };
}
