import { loading } from '../../../behaviors/loading';
import { today } from '../../../services/home';
import { listReady, listReleases } from '../../../services/release';
import { textSize } from '../../../services/text-size';
import { EMPTY, releaseCard, type ReleaseCard, type Tab, tabsOf } from './rows';

const TABS: readonly Tab[] = ['propose', 'check', 'approve', 'done'];
const isTab = (tab: string | undefined): tab is Tab => TABS.some((one) => one === tab);

const readPage = (tab: Tab, after?: string) =>
  tab === 'propose' ? listReady(after) : listReleases(tab, after);

/** Who waits for a step of the release: the village proposes, the town checks, headquarters approves. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: '' as Tab | '',
    tabs: [] as { value: Tab; text: string }[],
    empty: EMPTY.propose,
    cards: [] as ReleaseCard[],
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
      try {
        if (this.data.tabs.length === 0) await this.findTabs();
        const { tab } = this.data;
        if (tab === '') return;
        const { rows, next } = await readPage(tab);
        // The tab was changed while this answer was on its way.
        if (tab !== this.data.tab) return;
        const now = Date.now();
        const cards = rows.map((row) => releaseCard(row, tab, now));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle', empty: EMPTY[tab] });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async findTabs() {
      const { posts } = await today();
      const tabs = tabsOf(posts.map(({ role }) => role));
      const { tab } = this.data;
      const isThere = tabs.some(({ value }) => value === tab);
      this.setData({ tabs, tab: isThere ? tab : (tabs[0]?.value ?? '') });
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    async onReachBottom() {
      const { tab, next, cards, more } = this.data;
      if (tab === '' || next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await readPage(tab, next);
        if (tab !== this.data.tab) return;
        const now = Date.now();
        const added = page.rows.map(
          (row, i) => [`cards[${cards.length + i}]`, releaseCard(row, tab, now)] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
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
