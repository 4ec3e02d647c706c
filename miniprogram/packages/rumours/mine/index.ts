import type { MyRumour } from '../../../../cloudfunctions/contracts/index';
import { listing } from '../../../behaviors/listing';
import { listMyRumours } from '../../../services/rumours';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { type AnswerCard, answerCard, heardText, toldText } from '../rumour-words';

type Card = { rumourId: string; text: string; note: string; answer: AnswerCard | null };

const card = (rumour: MyRumour, now: number): Card => ({
  rumourId: rumour.rumourId,
  text: toldText(rumour),
  note: [`${momentText(rumour.reportedAt, now)} 报的`, heardText(rumour)]
    .filter((part) => part !== '')
    .join('，'),
  answer: answerCard(rumour.answer, now),
});

/** What I told of, newest first, and what became of it. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as Card[],
    /** Just come from telling. */
    told: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { told?: string }) {
      this.setData({ told: query.told === '1' });
    },

    async readPage(after?: string) {
      const { rows, next } = await listMyRumours(after);
      const now = Date.now();
      return { cards: rows.map((row) => card(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },

    report() {
      void wx.navigateTo({ url: '../report/index' });
    },
  },
});
