import { tabbing } from '../../../behaviors/tabbing';
import { listWritten, type NoticeTab } from '../../../services/publishing';
import { textSize } from '../../../services/text-size';
import { writtenRow, type WrittenRow } from './rows';

const TABS: readonly { value: NoticeTab; text: string }[] = [
  { value: 'agree', text: '等我同意' },
  { value: 'waiting', text: '还没发' },
  { value: 'out', text: '发出去的' },
];
const EMPTY: Readonly<Record<NoticeTab, { title: string; text: string }>> = {
  agree: {
    title: '没有等您同意的',
    text: '紧急的、辟谣的和发给几个村的，要另一个人看过才发。别人写好了，会显示在这里。',
  },
  waiting: { title: '没有等着发的', text: '等人同意的、定了时间还没到的、退回的，都在这里。' },
  out: { title: '还没有发过通知', text: '发出去的会留在这里，撤回的和更正的也在。' },
};

/** The notices of my grids: what waits for my word, what is on its way, and what went out. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'out' as NoticeTab,
    tabs: TABS,
    empties: EMPTY,
    cards: [] as WrittenRow[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { tab?: string }) {
      const found = TABS.find(({ value }) => value === query.tab);
      if (found) this.setData({ tab: found.value });
    },

    async readPage(after?: string) {
      const { rows, next } = await listWritten(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => writtenRow(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../notice/index?noticeId=${id}` });
    },

    write() {
      void wx.navigateTo({ url: '../drafts/index' });
    },
  },
});
