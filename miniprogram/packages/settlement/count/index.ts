import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { countCash } from '../../../services/settlement';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { fenOf, yuan } from '../../../shared/money';
import { countingWords } from '../counting-words';
import { cashOf, NOTES, wrongPieces } from './notes';

type Way = 'notes' | 'sum';
const WAYS = [
  { value: 'notes', text: '按张数数' },
  { value: 'sum', text: '只写总数' },
];

/** 数现金: what I hold, without anybody else's figure before me. */
Component({
  behaviors: [textSize],
  data: {
    roundId: '',
    requestId: '',
    ways: WAYS,
    way: 'notes' as Way,
    chosenWay: ['notes'],
    /** `shown` is what the box is given, and stays while somebody types. */
    rows: NOTES.map(({ name, measure }) => ({ name, measure, shown: '', sum: '', error: '' })),
    pieces: NOTES.map(() => ''),
    typed: '',
    error: '',
    failure: '',
    total: '0',
    sending: false,
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? ''), requestId: await makeRequestId() });
    },

    onWay(event: WechatMiniprogram.CustomEvent<{ chosen: [Way] }>) {
      const [way] = event.detail.chosen;
      this.setData({ way, chosenWay: [way], failure: '' });
      this.add();
    },

    onPieces(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number }>) {
      const { at } = event.currentTarget.dataset;
      this.setData({ [`pieces[${at}]`]: event.detail.value, [`rows[${at}].error`]: '' });
      const { fen } = NOTES[at]!;
      const worth = cashOf(NOTES.map((_, row) => (row === at ? event.detail.value : '')));
      this.setData({ [`rows[${at}].sum`]: worth >= fen ? `${yuan(worth)} 元` : '' });
      this.add();
    },

    onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value, error: '' });
      this.add();
    },

    add() {
      const { way, pieces, typed } = this.data;
      this.setData({ total: yuan(way === 'notes' ? cashOf(pieces) : (fenOf(typed) ?? 0)) });
    },

    /** What was counted, in fen; null when something can't be read. */
    counted(): number | null {
      const { way, pieces, typed } = this.data;
      if (way === 'sum') {
        const cash = fenOf(typed);
        this.setData({ error: cash === null ? '请写一共多少元，没有现金写 0' : '' });
        return cash;
      }
      const wrong = wrongPieces(pieces);
      this.setData(Object.fromEntries(wrong.map((error, at) => [`rows[${at}].error`, error])));
      return wrong.some((error) => error !== '') ? null : cashOf(pieces);
    },

    async submit() {
      if (this.data.sending) return;
      const cash = this.counted();
      if (cash === null) {
        scrollToWrong(this);
        return;
      }
      this.setData({ sending: true, failure: '' });
      const { roundId, requestId } = this.data;
      try {
        const counting = await countCash({ roundId, requestId, cash });
        await tell('记下了', countingWords(counting).whole);
        await wx.navigateBack();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ failure: error.message, requestId: await makeRequestId() });
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
