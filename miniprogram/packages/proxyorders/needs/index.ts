import type { NeedRow } from '../../../../cloudfunctions/contracts/index';
import { tabbing } from '../../../behaviors/tabbing';
import { CloudError } from '../../../services/cloud';
import { answerNeed, listNeeds } from '../../../services/orders';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

type Row = {
  orderId: string;
  at: string;
  who: string;
  text: string;
  when: string;
  answer: string;
};

const needRow = ({ orderId, headName, place, text, at, done }: NeedRow, now: number): Row => ({
  orderId,
  at,
  who: `${headName}家，${shortPlace(place)}`,
  text,
  when: `${momentText(at, now)} 写的`,
  answer: done ? `${done.byName} ${momentText(done.at, now)}：${done.answer}` : '',
});

/** What households need that was not on the list, the longest waiting first; somebody says what was done about it. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tabs: [
      { value: 'open', text: '要办的' },
      { value: 'done', text: '办好的' },
    ],
    tab: 'open',
    cards: [] as Row[],
    /** About whose need the sheet asks; empty while it is closed. */
    asking: '',
    askingTitle: '',
    answers: ['买好送去了', '帮忙联系了，明天到', '放进下一批团购'],
    busy: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listNeeds(this.data.tab === 'done' ? 'done' : 'open', after);
      const now = Date.now();
      return { cards: rows.map((row) => needRow(row, now)), next };
    },

    ask(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const row = this.data.cards.find(({ orderId }) => orderId === id);
      if (row) this.setData({ asking: id, askingTitle: `${row.who.split('，')[0] ?? ''}要的怎么办了` });
    },

    closeAsking() {
      this.setData({ asking: '' });
    },

    async onAnswer(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { asking, busy, cards } = this.data;
      const row = cards.find(({ orderId }) => orderId === asking);
      if (row === undefined || busy) return;
      this.setData({ asking: '', busy: true });
      try {
        await answerNeed({
          requestId: await makeRequestId(),
          orderId: row.orderId,
          at: row.at,
          answer: event.detail.reason,
        });
        void wx.showToast({ title: '记下了，他家看得到', icon: 'none' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有记下', error.message);
      }
      this.setData({ busy: false });
      await this.load();
    },
  },
});
