import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { listPushedEntries } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';
import { entryRow, type EntryRow } from '../rows';

type Tab = 'open' | 'ended';

const TABS: { value: Tab; text: string }[] = [
  { value: 'open', text: '要找的' },
  { value: 'ended', text: '办结的' },
];

/** People on pushed-down lists in my grids, the nearest deadline first; of one list when the town opens it. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tabs: TABS,
    tab: 'open' as Tab,
    listId: '',
    overdue: 0,
    cards: [] as EntryRow[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
    },

    async load() {
      try {
        const { overdue, ...page } = await this.readPage();
        this.setData({ status: 'ready', overdue, ...firstPage(page) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { tab, listId } = this.data;
      const { entries, next, overdue } = await listPushedEntries({
        state: tab,
        ...(listId !== '' && { listId }),
        ...(after !== undefined && { after }),
      });
      return { cards: entries.map((entry) => entryRow(entry, Date.now())), next, overdue };
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      const { tab } = event.currentTarget.dataset;
      if (tab === this.data.tab) return;
      this.setData({ tab, status: 'loading' });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../entry/index?entryId=${event.currentTarget.dataset.id}` });
    },
  },
});
