import { listing } from '../../../behaviors/listing';
import { CloudError } from '../../../services/cloud';
import { closeVisit, listVisits, type VisitResult } from '../../../services/gridwork';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { visitCard, type VisitCard } from './rows';

/** Visits that are agreed: overdue ones and today's first. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as VisitCard[],
    sending: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listVisits(after);
      const today = calendarDate(Date.now());
      return { cards: rows.map((row) => visitCard(row, today)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `/packages/registration/review/index?householdId=${id}` });
    },

    async close(event: WechatMiniprogram.TouchEvent<object, object, { index: number; result: VisitResult }>) {
      const { index, result } = event.currentTarget.dataset;
      const card = this.data.cards[index];
      if (!card || this.data.sending) return;
      this.setData({ sending: true });
      try {
        await closeVisit(card.householdId, card.date, result);
        void wx.showToast({ title: result === 'done' ? '记下了' : '记下了，要再去就再约', icon: 'none' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有记下', error.message);
      } finally {
        this.setData({ sending: false });
      }
      await this.load();
    },
  },
});
