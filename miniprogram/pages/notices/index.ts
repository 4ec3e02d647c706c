import { tabbing } from '../../behaviors/tabbing';
import type { NoticeCard } from '../../components/notice-row/view';
import { CloudError } from '../../services/cloud';
import { highContrast } from '../../services/contrast';
import { heldRoles, readHat } from '../../services/roles';
import { textSize } from '../../services/text-size';
import { NOTICE_KINDS, type NoticeKindName, options } from '../../shared/labels';
import { noticeEntrances, type NoticeEntrance } from './entrances';
import { type Asked, readKept, readNotices } from './lists';

/** Empty for everything. */
type Tab = '' | NoticeKindName;

/** 通知: what was said to my household and to me on duty, unread first, and what I do with notices on duty. */
Component({
  behaviors: [tabbing, textSize, highContrast],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: '' as Tab,
    tabs: [{ value: '', text: '全部' }, ...options(NOTICE_KINDS)],
    hasHousehold: true,
    /** Nothing came from the cloud: this is what was opened on this phone. */
    offline: false,
    /** What the list on the screen was found by. */
    asked: '',
    cards: [] as NoticeCard[],
    entrances: [] as NoticeEntrance[],
  },
  pageLifetimes: {
    show() {
      this.getTabBar().setData({ selected: 2 });
      this.setData({ entrances: readHat() === 'staff' ? noticeEntrances(heldRoles()) : [] });
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { tab, asked: words } = this.data;
      const asked: Asked = { kind: tab, words };
      try {
        const { hasHousehold, ...page } = await readNotices(asked, heldRoles().length > 0, after);
        this.setData({ hasHousehold, offline: false });
        return page;
      } catch (error) {
        const isDown = error instanceof CloudError && error.code === 'NETWORK';
        // What is on the screen is more than what this phone kept.
        if (!isDown || after !== undefined || (this.data.cards.length > 0 && !this.data.offline)) throw error;
        const cards = readKept(asked);
        if (cards.length === 0 && words === '') throw error;
        this.setData({ offline: true });
        return { cards, next: null };
      }
    },

    onFind(event: WechatMiniprogram.CustomEvent<{ words: string }>) {
      this.setData({ asked: event.detail.words, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },

    openRow(event: WechatMiniprogram.CustomEvent<{ url: string }>) {
      void wx.navigateTo({ url: event.detail.url });
    },

    openSaved() {
      void wx.navigateTo({ url: '/packages/notices/saved/index' });
    },

    enrol() {
      void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
