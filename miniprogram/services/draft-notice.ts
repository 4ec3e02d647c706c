import type { DraftContent, DraftView } from '../../cloudfunctions/contracts/index';
import type { NoticeText } from '../components/notice-text/view';

/** A draft as it will look when it is out: what nobody has filled in yet is left out. */
export const draftAsNotice = ({
  content,
  replaces,
}: Pick<DraftView, 'content' | 'replaces'>): NoticeText => ({
  ...content,
  facts: content.facts.filter(({ text }) => text.trim() !== ''),
  body: content.body.filter(isFilled),
  status: 'waiting',
  publishedAt: null,
  withdrawn: null,
  replaces,
  replacedBy: null,
});

function isFilled(block: DraftContent['body'][number]): boolean {
  switch (block.type) {
    case 'heading':
      return block.text.trim() !== '';
    case 'paragraph':
      return block.runs.some(({ text }) => text.trim() !== '');
    case 'list':
      return block.items.some((item) => item.trim() !== '');
    case 'table':
      return [...block.header, ...block.rows.flat()].some((cell) => cell.trim() !== '');
    case 'picture':
      return block.fileId !== '';
  }
}
