import { firstPage } from '../../../behaviors/paging';
import { tabbing } from '../../../behaviors/tabbing';
import { today } from '../../../services/home';
import { listReady, listReleases } from '../../../services/release';
import { textSize } from '../../../services/text-size';
import { EMPTY, releaseCard, type ReleaseCard, type Tab, tabsOf } from './rows';

const TABS: readonly Tab[] = ['propose', 'check', 'approve', 'done'];
const isTab = (tab: string | undefined): tab is Tab => TABS.some((one) => one === tab);

/** Who waits for a step of the release: the village proposes, the town checks, headquarters approves. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'propose' as Tab,
    tabs: [] as { value: Tab; text: string }[],
    empties: EMPTY,
    cards: [] as ReleaseCard[],
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
      try {
        if (this.data.tabs.length === 0) await this.findTabs();
        const { tab } = this.data;
        const page = await this.readPage();
        // The tab was changed while this answer was on its way.
        if (tab === this.data.tab) this.setData({ status: 'ready', ...firstPage(page) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { tab } = this.data;
      const { rows, next } = await (tab === 'propose' ? listReady(after) : listReleases(tab, after));
      const now = Date.now();
      return { cards: rows.map((row) => releaseCard(row, tab, now)), next };
    },

    async findTabs() {
      const { posts } = await today();
      const tabs = tabsOf(posts.map(({ role }) => role));
      const { tab } = this.data;
      const isThere = tabs.some(({ value }) => value === tab);
      this.setData({ tabs, tab: isThere ? tab : (tabs[0]?.value ?? tab) });
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../step/index?id=${id}` });
    },

    openPublished() {
      void wx.navigateTo({ url: '../publications/index' });
    },
  },
});
