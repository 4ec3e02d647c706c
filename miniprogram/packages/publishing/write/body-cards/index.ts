import { afterEdit, toggled } from '../bold';
import { answering } from '../answering';
import {
  type Card,
  CARD_NAMES,
  type CardType,
  MOST_COLUMNS,
  MOST_ROWS,
  movedCard,
  newCard,
  resized,
} from '../cards';
import { type CardView, cardViews } from './views';

type On<D extends object, S extends object> = WechatMiniprogram.CustomEvent<D, object, S>;
type Tap<S extends object> = WechatMiniprogram.TouchEvent<object, object, S>;

const NONE = -1;
/** Words first: they are what is mostly added. */
const TYPES = Object.entries(CARD_NAMES).map(([type, name]) => ({ type, name }));

/** The text, one card a part: written, made bold, moved, thrown away. Says `change`, and of pictures `take`, `again`, `drop`. */
Component({
  behaviors: [answering],
  properties: {
    cards: { type: Array, value: [] as Card[] },
    errors: { type: Object, value: {} as Record<string, string> },
    upload: { type: Object, value: {} },
    large: { type: Boolean, value: false },
  },
  data: {
    types: TYPES,
    views: [] as CardView[],
    bolding: NONE,
    mostColumns: MOST_COLUMNS,
    mostRows: MOST_ROWS,
  },
  observers: {
    'cards, errors, bolding'(cards: Card[], errors: Record<string, string>, bolding: number) {
      this.setData({ views: cardViews(cards, errors, bolding) });
    },
  },
  methods: {
    add({ currentTarget }: Tap<{ type: CardType }>) {
      const { cards } = this.data;
      this.say('cards', [...cards, newCard(cards, currentTarget.dataset.type)]);
    },

    drop({ currentTarget }: Tap<{ key: number }>) {
      this.say(
        'cards',
        this.data.cards.filter(({ key }) => key !== currentTarget.dataset.key),
      );
    },

    move({ currentTarget }: Tap<{ key: number; by: 1 | -1 }>) {
      const { key, by } = currentTarget.dataset;
      this.say('cards', movedCard(this.data.cards, key, by));
    },

    onText({ currentTarget, detail }: On<{ value: string }, { index: number }>) {
      const { index } = currentTarget.dataset;
      const card = this.data.cards[index];
      if (!card) return;
      if (card.bold.length > 0)
        this.say(`cards[${index}].bold`, afterEdit(card.bold, card.text, detail.value));
      this.say(`cards[${index}].text`, detail.value);
    },

    openBold({ currentTarget }: Tap<{ key: number }>) {
      const { key } = currentTarget.dataset;
      this.setData({ bolding: this.data.bolding === key ? NONE : key });
    },

    toggleBold({ currentTarget }: Tap<{ index: number; phrase: number }>) {
      const { index, phrase } = currentTarget.dataset;
      const view = this.data.views[index];
      const pressed = view?.phrases[phrase];
      if (view && pressed) this.say(`cards[${index}].bold`, toggled(view.bold, pressed));
    },

    toggleNumbers({ currentTarget }: Tap<{ index: number }>) {
      const { index } = currentTarget.dataset;
      this.say(`cards[${index}].numbered`, !this.data.cards[index]?.numbered);
    },

    onCell({ currentTarget, detail }: On<{ value: string }, { index: number; row: number; column: number }>) {
      const { index, row, column } = currentTarget.dataset;
      this.say(`cards[${index}].rows[${row}][${column}]`, detail.value);
    },

    resize({ currentTarget }: Tap<{ index: number; change: 'row' | 'column'; by: 1 | -1 }>) {
      const { index, change, by } = currentTarget.dataset;
      const card = this.data.cards[index];
      if (card) this.say(`cards[${index}].rows`, resized(card.rows, change, by));
    },

    onPhoto({ type, detail }: WechatMiniprogram.CustomEvent<{ target: string }>) {
      this.triggerEvent(type, detail);
    },
  },
});
