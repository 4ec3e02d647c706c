import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { closeVisit, listVisits, type VisitResult } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { visitCard, type VisitCard } from './rows';

/** Visits that are agreed: overdue ones and today's first. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as VisitCard[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
    sending: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { rows, next } = await listVisits();
        const today = calendarDate(Date.now());
        const cards = rows.map((row) => visitCard(row, today));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle' });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async onReachBottom() {
      const { next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listVisits(next);
        const today = calendarDate(Date.now());
        const added = page.rows.map(
          (row, i) => [`cards[${cards.length + i}]`, visitCard(row, today)] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
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
        await wx.showModal({
          title: '没有记下',
          content: error.message,
          showCancel: false,
          confirmText: '知道了',
          confirmColor: '#17517d',
        });
      } finally {
        this.setData({ sending: false });
      }
      await this.load();
    },
  },
});
