import type { Errors } from '../../../../shared/form-errors';
import { type Phrase, phrasesOf } from '../bold';
import { type Card, CARD_NAMES } from '../cards';

/** A card as the page shows it. */
export type CardView = Card & {
  name: string;
  error: string;
  /** What can be made bold by one tap; empty while nobody wants to. */
  phrases: Phrase[];
  /** A table's rows and cells, with what tells them apart. */
  lines: { key: number; cells: { key: number; text: string }[] }[];
  isFirst: boolean;
  isLast: boolean;
};

/** `bolding`: the key of the card whose words are made bold now; -1 for none. */
export const cardViews = (cards: readonly Card[], errors: Errors, bolding: number): CardView[] =>
  cards.map((card, n) => ({
    ...card,
    name: `${n + 1} · ${CARD_NAMES[card.type]}`,
    error: errors[`cards.${card.key}`] ?? '',
    phrases: card.key === bolding ? phrasesOf(card.text, card.bold) : [],
    lines: card.rows.map((row, r) => ({ key: r, cells: row.map((text, c) => ({ key: c, text })) })),
    isFirst: n === 0,
    isLast: n === cards.length - 1,
  }));
