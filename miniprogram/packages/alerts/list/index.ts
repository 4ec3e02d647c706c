import { tabbing } from '../../../behaviors/tabbing';
import { working } from '../../../behaviors/working';
import type { MessageOffer } from '../../../../cloudfunctions/contracts/index';
import { type AlertTab, listAlerts } from '../../../services/alerts';
import { askForMessages, readMessageOffers } from '../../../services/message-asking';
import { holds } from '../../../services/roles';
import { textSize } from '../../../services/text-size';
import { type MessageStore, messageStore } from './message-store';
import { alertCard, type AlertCard } from './rows';

/** Alerts of the caller's grids: what nobody took stands first, with its clock. */
Component({
  behaviors: [tabbing, working, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'open' as AlertTab,
    cards: [] as AlertCard[],
    offers: [] as MessageOffer[],
    messages: null as MessageStore | null,
  },
  pageLifetimes: {
    show() {
      void this.load();
      void this.showStore();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listAlerts(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => alertCard(row, now)), next };
    },

    /** Whoever has to answer alerts may be told by message; how many more WeChat will let through. */
    async showStore() {
      if (!holds('villageDoctor', 'gridLeader', 'townOfficer')) return;
      const offers = await readMessageOffers('alertRaised');
      this.setData({ offers, messages: messageStore(offers) });
    },

    async allow() {
      await this.during('allow', async () => {
        await askForMessages(this.data.offers);
        await this.showStore();
      });
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
