import { loading } from '../../../behaviors/loading';
import type { QueueStatus } from '../../../../cloudfunctions/contracts/index';
import { listQueue } from '../../../services/registration';
import { textSize } from '../../../services/text-size';
import { STATUSES } from '../../../shared/labels';
import { queueCard, type QueueCard } from './rows';

const TABS: readonly QueueStatus[] = ['submitted', 'returned', 'verified'];
const isTab = (status: string | undefined): status is QueueStatus => TABS.some((tab) => tab === status);

/** The grid member's list of households, longest waiting first. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'submitted' as QueueStatus,
    tabs: TABS.map((value) => ({ value, text: STATUSES[value] })),
    cards: [] as QueueCard[],
    /** Where the next page starts; empty at the end. */
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { status?: string }) {
      if (isTab(query.status)) this.setData({ tab: query.status });
    },

    async load() {
      const { tab } = this.data;
      try {
        const { rows, next } = await listQueue(tab);
        // The tab was changed while this answer was on its way.
        if (tab !== this.data.tab) return;
        const now = Date.now();
        const cards = rows.map((row) => queueCard(row, now));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle' });
      } catch {
        if (tab === this.data.tab && this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: QueueStatus }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    async onReachBottom() {
      const { tab, next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listQueue(tab, next);
        if (tab !== this.data.tab) return;
        const now = Date.now();
        const added = page.rows.map((row, i) => [`cards[${cards.length + i}]`, queueCard(row, now)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../review/index?householdId=${id}` });
    },
  },
});
