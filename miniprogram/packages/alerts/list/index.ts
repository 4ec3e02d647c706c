import { tabbing } from '../../../behaviors/tabbing';
import { type AlertTab, listAlerts } from '../../../services/alerts';
import { textSize } from '../../../services/text-size';
import { alertCard, type AlertCard } from './rows';

/** Alerts of the caller's grids: what nobody took stands first, with its clock. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'open' as AlertTab,
    cards: [] as AlertCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listAlerts(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => alertCard(row, now)), next };
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: AlertTab }>) {
      const { tab } = event.currentTarget.dataset;
      if (tab === this.data.tab) return;
      this.setData({ tab, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../detail/index?alertId=${id}` });
    },
  },
});
