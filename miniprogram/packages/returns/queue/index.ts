import { tabbing } from '../../../behaviors/tabbing';
import { dial } from '../../../services/dial';
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
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'waiting' as QueueTab,
    tabs: TABS,
    empties: EMPTY,
    cards: [] as ReturnCard[],
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

    async readPage(after?: string) {
      const { rows, next } = await listDeclarations(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => returnCard(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../check/index?declarationId=${id}` });
    },

    async dial(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      await dial(async () => (await openPhone(event.currentTarget.dataset.id, CALL_REASON)).value);
    },

    declareFor() {
      void wx.navigateTo({ url: '../declare/index?proxy=1' });
    },
  },
});
