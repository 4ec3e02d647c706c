import { dateText } from '../../../shared/dates';
import { NOTICE_FACTS, NOTICE_KINDS } from '../../../shared/labels';
import { lasting } from '../lasting';
import type { Source } from '../source';

export type PosterBlock =
  | { type: 'heading' | 'text'; text: string }
  | { type: 'item'; mark: string; text: string }
  | { type: 'row'; cells: string[]; bold: boolean };

/** The words of a poster, in the order in which they stand on it. */
export type PosterText = {
  kind: string;
  urgent: boolean;
  title: string;
  facts: { label: string; text: string }[];
  blocks: PosterBlock[];
  organisation: string;
  issued: string;
  validity: string;
  /** Beside the code, or in its place; empty for a notice without one. */
  scan: string;
};

/** `now`: epoch ms; a draft's 明天 is the day after. */
export function posterText({ notice, code, isDraft }: Source, now: number): PosterText {
  const { kind, title, facts, body, source, validUntil } = lasting(notice, now);
  const { organisation, documentNumber, date } = source;
  return {
    kind: kind === 'urgent' ? '紧急通知' : NOTICE_KINDS[kind],
    urgent: kind === 'urgent',
    title,
    facts: facts.map(({ label, text }) => ({ label: NOTICE_FACTS[label], text })),
    blocks: body.flatMap(blocksOf),
    organisation,
    issued: [documentNumber, dayOf(date)].filter((part) => part !== '').join('  '),
    validity: validUntil === null ? '' : `到 ${dayOf(validUntil)} 为止`,
    scan: code !== null ? '微信扫一扫，手机上看' : isDraft ? '发布以后，这里是能扫的码' : '',
  };
}

const dayOf = (date: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? dateText(date) : '');

function blocksOf(block: Source['notice']['body'][number]): PosterBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', text: block.text }];
    case 'paragraph':
      return [{ type: 'text', text: block.runs.map(({ text }) => text).join('') }];
    case 'list':
      return block.items.map((text, at) => ({
        type: 'item',
        mark: block.numbered ? `${at + 1}.` : '•',
        text,
      }));
    case 'table':
      return [
        { type: 'row', cells: block.header, bold: true },
        ...block.rows.map((cells): PosterBlock => ({ type: 'row', cells, bold: false })),
      ];
    case 'picture':
      // A picture of the notice is looked at on the phone, where it can be enlarged.
      return [];
  }
}
