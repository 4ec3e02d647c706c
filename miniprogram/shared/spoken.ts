import { dateText } from './dates';
import { spokenNumbers } from './spoken-numbers';

type SpokenBlock =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; runs: readonly { text: string }[] }
  | { type: 'list'; items: readonly string[] }
  | { type: 'table'; header: readonly string[]; rows: readonly (readonly string[])[] }
  | { type: 'picture'; caption: string };

/** What is read aloud of a notice; one that is still being written has no `status`. */
export type Spoken = {
  kind: string;
  title: string;
  facts: readonly { label: 'when' | 'where' | 'who' | 'bring'; text: string }[];
  body: readonly SpokenBlock[];
  source: { organisation: string; date: string };
  status?: string;
  withdrawn?: { reason: string } | null;
};

const FACTS = { when: '时间', where: '地点', who: '谁来', bring: '要带' } as const;

/** A notice in the sentences in which it is read aloud, numbers spelled out: what it is, the facts, then the text. */
export function spokenSentences(notice: Spoken): string[] {
  const { title, facts, body, source } = notice;
  return [
    ...standing(notice),
    title,
    issued(source),
    ...facts.map(({ label, text }) => `${FACTS[label]}，${text}`),
    ...body.flatMap(sentencesOf),
  ]
    .flatMap(split)
    .map(spokenNumbers)
    .map(ended)
    .filter((sentence) => sentence !== '');
}

/** 紧急, and that it no longer holds: said first, before somebody acts on it. */
function standing({ kind, status, withdrawn }: Spoken): string[] {
  if (withdrawn) return [`注意，这条通知已经撤回，不要照着做。原因是${withdrawn.reason}`];
  if (status === 'corrected') return ['注意，这条通知已经更正，请听新的那一条'];
  return kind === 'urgent' ? ['紧急通知'] : [];
}

function issued({ organisation, date }: Spoken['source']): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date);
  return [organisation, isDate ? `${dateText(date)}发布` : ''].filter((part) => part !== '').join('，');
}

function sentencesOf(block: SpokenBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
    case 'list':
      return block.items.map((item, at) => `第 ${at + 1}，${item}`);
    case 'table':
      return block.rows.map((cells) => rowOf(block.header, cells));
    case 'picture':
      return block.caption === '' ? [] : [`图片，${block.caption}`];
  }
}

/** 村名，柳溪村，时间，八点: who only hears a table can't look up at its head. */
const rowOf = (header: readonly string[], cells: readonly string[]): string =>
  cells
    .map((cell, column) => (cell === '' ? '' : [header[column] ?? '', cell].filter(Boolean).join('，')))
    .filter((part) => part !== '')
    .join('，');

/** Where one takes breath. */
const split = (text: string): string[] => text.split(/(?:[。！？!?；;\n]|\.(?!\d))+/u);

/** Without what only eyes need: brackets, quotes, spaces; and with an end. */
function ended(sentence: string): string {
  const plain = sentence
    .replace(/[〔〕【】「」『』《》“”"*#]/gu, '')
    .replace(/[（(]\s*/gu, '，')
    .replace(/\s*[)）]/gu, '')
    .replace(/[:：]/gu, '，')
    .replace(/，{2,}/gu, '，')
    .replace(/^[，、,\s]+|[，、,\s]+$/gu, '');
  return plain === '' ? '' : `${plain}。`;
}
