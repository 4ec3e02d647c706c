import { tabbing } from '../../../behaviors/tabbing';
import { listPurchases } from '../../../services/purchase';
import { textSize } from '../../../services/text-size';
import { roundCard, type RoundCard } from './cards';

type Tab = 'waiting' | 'over';

const TABS = [
  { value: 'waiting', text: '要送的' },
  { value: 'over', text: '结束的' },
];
const EMPTY = {
  waiting: { title: '现在没有要送的', text: '网格长开了新的一批，这里就能看到。' },
  over: { title: '还没有结束的', text: '结清和取消的会留在这里。' },
} as const;

/** My rounds as a supplier: from here to each purchase list. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'waiting' as Tab,
    tabs: TABS,
    empties: EMPTY,
    cards: [] as RoundCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rounds, next } = await listPurchases(this.data.tab, after);
      return { cards: rounds.map((row) => roundCard(row, Date.now())), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `../list/index?roundId=${encodeURIComponent(id)}` });
    },
  },
});
