import type { DraftView } from '../../../../cloudfunctions/contracts/index';
import { shareCard } from '../../../services/channels';
import { kindTag } from '../../../shared/notice-words';

/** What a notice can't do without, in the order of the form. */
const NEEDED: readonly { name: string; isMissing: (draft: DraftView) => boolean }[] = [
  { name: '标题', isMissing: ({ content }) => content.title.trim() === '' },
  { name: '正文', isMissing: ({ content }) => content.body.length === 0 },
  { name: '发文单位', isMissing: ({ content }) => content.source.organisation.trim() === '' },
  { name: '发文日期', isMissing: ({ content }) => content.source.date === '' },
  { name: '发给哪里', isMissing: ({ content }) => content.audience.gridIds.length === 0 },
];

/** 还没写：标题、发给哪里; empty when nothing lacks. */
export function missingText(draft: DraftView): string {
  const missing = NEEDED.filter(({ isMissing }) => isMissing(draft)).map(({ name }) => name);
  return missing.length === 0 ? '' : `还没写：${missing.join('、')}`;
}

/** The card in a group chat, and the row in everybody's list. */
export function looksOf({ draftId, content }: DraftView) {
  const { kind, source, audience } = content;
  const title = content.title.trim() === '' ? '（还没有标题）' : content.title;
  return {
    tag: kindTag(kind),
    title,
    organisation: source.organisation,
    card: shareCard({ noticeId: draftId, kind, title }).title,
    /** What only some households may know doesn't go to a group. */
    canShare: audience.households && audience.tags.length === 0,
  };
}
