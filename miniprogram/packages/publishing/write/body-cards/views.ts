import type { Errors } from '../../../../shared/form-errors';
import { type Phrase, phrasesOf } from '../bold';
import { type Card, CARD_NAMES } from '../cards';

/** A card as the page shows it. */
export type CardView = Card & {
  name: string;
  error: string;
  /** What can be made bold by one tap; empty while nobody wants to. */
  phrases: Phrase[];
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
    isFirst: n === 0,
    isLast: n === cards.length - 1,
  }));
