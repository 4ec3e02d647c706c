import { loading } from '../../../behaviors/loading';
import { type AlertTab, listAlerts } from '../../../services/alerts';
import { CloudError } from '../../../services/cloud';
import { textSize } from '../../../services/text-size';
import { alertCard, type AlertCard } from './rows';

/** Alerts of the caller's grids: what nobody took stands first, with its clock. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    tab: 'open' as AlertTab,
    cards: [] as AlertCard[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { rows, next } = await listAlerts(this.data.tab);
        const now = Date.now();
        const cards = rows.map((row) => alertCard(row, now));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle' });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    async onReachBottom() {
      const { tab, next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listAlerts(tab, next);
        const now = Date.now();
        const added = page.rows.map((row, i) => [`cards[${cards.length + i}]`, alertCard(row, now)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: AlertTab }>) {
      const { tab } = event.currentTarget.dataset;
      if (tab === this.data.tab) return;
      this.setData({ tab, status: 'loading', cards: [] });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../detail/index?alertId=${id}` });
    },
  },
});
