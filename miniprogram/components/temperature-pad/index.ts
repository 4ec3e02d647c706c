import { figureOf, judge, pressKey, type Key, type Verdict } from '../../shared/temperature';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'delete'] as const;

const LABELS: Partial<Record<Key, string>> = { clear: '清空', delete: '删除' };

/** Colour, sign and word of what the figure says; empty words while there is nothing to say. */
const SAYINGS: Readonly<Record<Verdict, { words: string; sign: string; tone: string }>> = {
  empty: { words: '请按数字', sign: '', tone: 'grey' },
  typing: { words: '接着按', sign: '', tone: 'grey' },
  impossible: { words: '再量一次', sign: 'alert', tone: 'red' },
  low: { words: '偏低', sign: 'warning', tone: 'amber' },
  normal: { words: '正常', sign: 'checkCircle', tone: 'green' },
  high: { words: '偏高', sign: 'alert', tone: 'red' },
};

/** The big figure and the keypad below it: no decimal key, the point places itself. Says `change` with `{digits}`. */
Component({
  properties: {
    /** 3月12日 晚上 */
    when: { type: String, value: '' },
    digits: { type: String, value: '' },
    /** ℃ at and above which somebody has a fever. */
    feverFrom: { type: Number, value: 0 },
    error: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    keys: KEYS.map((value) => ({ value, text: LABELS[value] ?? value })),
    figure: figureOf(''),
    saying: SAYINGS.empty,
  },
  observers: {
    'digits, feverFrom'(digits: string, feverFrom: number) {
      this.setData({ figure: figureOf(digits), saying: SAYINGS[judge(digits, feverFrom)] });
    },
  },
  methods: {
    press(event: WechatMiniprogram.TouchEvent<object, object, { key: Key }>) {
      const digits = pressKey(this.data.digits, event.currentTarget.dataset.key);
      if (digits !== this.data.digits) this.triggerEvent('change', { digits });
    },
  },
});
