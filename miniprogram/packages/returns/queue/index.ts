import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { listDeclarations, openPhone, type QueueTab } from '../../../services/returns';
import { textSize } from '../../../services/text-size';
import { EMPTY, returnCard, type ReturnCard } from './rows';

const TABS: readonly { value: QueueTab; text: string }[] = [
  { value: 'waiting', text: '待核实' },
  { value: 'today', text: '今天到' },
  { value: 'overdue', text: '没到' },
  { value: 'later', text: '以后' },
  { value: 'all', text: '全部' },
];
const isTab = (tab: string | undefined): tab is QueueTab => TABS.some(({ value }) => value === tab);
/** Stands in the record of who opened a number. */
const CALL_REASON = '打电话问到哪里了';

/** Who returns to my grids, by what has to happen next. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    tab: 'waiting' as QueueTab,
    tabs: TABS,
    empty: EMPTY.waiting as { title: string; text: string },
    cards: [] as ReturnCard[],
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
    onLoad(query: { tab?: string }) {
      if (isTab(query.tab)) this.setData({ tab: query.tab });
    },

    async load() {
      const { tab } = this.data;
      try {
        const { rows, next } = await listDeclarations(tab);
        // The tab was changed while this answer was on its way.
        if (tab !== this.data.tab) return;
        const now = Date.now();
        this.setData({
          status: 'ready',
          cards: rows.map((row) => returnCard(row, now)),
          empty: EMPTY[tab],
          next: next ?? '',
          more: 'idle',
        });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (tab === this.data.tab && this.data.status !== 'ready')
          this.setData({ status: 'failed', problem });
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: QueueTab }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    async onReachBottom() {
      const { tab, next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listDeclarations(tab, next);
        if (tab !== this.data.tab) return;
        const now = Date.now();
        const added = page.rows.map(
          (row, i) => [`cards[${cards.length + i}]`, returnCard(row, now)] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../check/index?declarationId=${id}` });
    },

    /** The number is dialled without being shown. */
    async dial(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      try {
        const { value } = await openPhone(event.currentTarget.dataset.id, CALL_REASON);
        wx.makePhoneCall({ phoneNumber: value, fail: () => undefined });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        void wx.showToast({ title: error.message, icon: 'none', duration: 2500 });
      }
    },

    declareFor() {
      void wx.navigateTo({ url: '../declare/index?proxy=1' });
    },
  },
});
