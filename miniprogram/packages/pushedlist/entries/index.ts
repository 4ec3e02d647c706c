import { loading } from '../../../behaviors/loading';
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
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tabs: TABS,
    tab: 'open' as Tab,
    listId: '',
    overdue: 0,
    rows: [] as EntryRow[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
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

    read(after?: string) {
      const { tab, listId } = this.data;
      return listPushedEntries({
        state: tab,
        ...(listId !== '' && { listId }),
        ...(after !== undefined && { after }),
      });
    },

    async load() {
      try {
        const { entries, next, overdue } = await this.read();
        const rows = entries.map((entry) => entryRow(entry, Date.now()));
        this.setData({ status: 'ready', rows, overdue, next: next ?? '', more: 'idle' });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      const { tab } = event.currentTarget.dataset;
      if (tab === this.data.tab) return;
      this.setData({ tab, status: 'loading' });
      void this.load();
    },

    async onReachBottom() {
      const { next, rows, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await this.read(next);
        const added = page.entries.map(
          (entry, i) => [`rows[${rows.length + i}]`, entryRow(entry, Date.now())] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../entry/index?entryId=${event.currentTarget.dataset.id}` });
    },
  },
});
