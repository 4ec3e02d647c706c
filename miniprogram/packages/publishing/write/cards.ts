import type { DraftBlock } from '../../../../cloudfunctions/contracts/index';
import { fromRuns, runsOf, type Span } from './bold';

export type CardType = 'paragraph' | 'heading' | 'list' | 'table' | 'picture';

/** One part of the text as the page writes it. `text`: the words, one item a line for a list, the words below a picture. */
export type Card = {
  /** Tells the cards of the page apart. */
  key: number;
  type: CardType;
  text: string;
  bold: Span[];
  numbered: boolean;
  /** Of a table; the first row is its head. */
  rows: string[][];
  fileId: string;
};

export const CARD_NAMES: Readonly<Record<CardType, string>> = {
  paragraph: '一段话',
  heading: '小标题',
  list: '分条写',
  table: '表格',
  picture: '图片',
};
export const MOST_COLUMNS = 6;
export const MOST_ROWS = 60;
const BLANK_TABLE = [
  ['', ''],
  ['', ''],
];

export const newCard = (cards: readonly Card[], type: CardType): Card => ({
  key: 1 + Math.max(-1, ...cards.map(({ key }) => key)),
  type,
  text: '',
  bold: [],
  numbered: false,
  rows: type === 'table' ? BLANK_TABLE : [],
  fileId: '',
});

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Every line of a paragraph is a paragraph of its own. */
function paragraphsOf({ text, bold }: Card): DraftBlock[] {
  let at = 0;
  const blocks = text.split('\n').flatMap((line): DraftBlock[] => {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    const own = bold
      .map(([from, until]): Span => [Math.max(from, start) - start, Math.min(until, end) - start])
      .filter(([from, until]) => from < until);
    return line.trim() === '' ? [] : [{ type: 'paragraph', runs: runsOf(line, own) }];
  });
  return blocks.length > 0 ? blocks : [{ type: 'paragraph', runs: [] }];
}

function blocksOf(card: Card): DraftBlock[] {
  const { type, text, numbered, rows, fileId } = card;
  switch (type) {
    case 'heading':
      return [{ type, text }];
    case 'paragraph':
      return paragraphsOf(card);
    case 'list':
      return [{ type, numbered, items: linesOf(text) }];
    case 'table': {
      const [header = [], ...rest] = rows;
      return [{ type, header, rows: rest }];
    }
    case 'picture':
      return [{ type, fileId, caption: text }];
  }
}

/** The text as it is sent, and which card each block was made from. */
export function writtenBody(cards: readonly Card[]): { body: DraftBlock[]; keys: number[] } {
  const made = cards.flatMap((card) => blocksOf(card).map((block) => ({ block, key: card.key })));
  return { body: made.map(({ block }) => block), keys: made.map(({ key }) => key) };
}

/** The same turned round. */
export const cardsOf = (body: readonly DraftBlock[]): Card[] =>
  body.map((block, key) => {
    const blank = { ...newCard([], block.type), key };
    switch (block.type) {
      case 'heading':
        return { ...blank, text: block.text };
      case 'paragraph':
        return { ...blank, ...fromRuns(block.runs) };
      case 'list':
        return { ...blank, text: block.items.join('\n'), numbered: block.numbered };
      case 'table':
        return { ...blank, rows: [block.header, ...block.rows] };
      case 'picture':
        return { ...blank, text: block.caption, fileId: block.fileId };
    }
  });

/** A table with one more or one less row or column. */
export function resized(rows: readonly string[][], change: 'row' | 'column', by: 1 | -1): string[][] {
  const width = rows[0]?.length ?? 2;
  if (change === 'row')
    return by === 1 ? [...rows, Array.from({ length: width }, () => '')] : rows.slice(0, -1);
  return rows.map((row) => (by === 1 ? [...row, ''] : row.slice(0, -1)));
}

/** A card moved one place up or down. */
export function movedCard(cards: readonly Card[], key: number, by: 1 | -1): Card[] {
  const from = cards.findIndex((card) => card.key === key);
  const [card, other] = [cards[from], cards[from + by]];
  if (!card || !other) return [...cards];
  const moved = [...cards];
  moved[from] = other;
  moved[from + by] = card;
  return moved;
}
