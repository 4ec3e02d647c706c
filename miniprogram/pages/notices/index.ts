import { tabbing } from '../../behaviors/tabbing';
import { CloudError } from '../../services/cloud';
import { listNotices } from '../../services/notices';
import { heldRoles, readHat } from '../../services/roles';
import { textSize } from '../../services/text-size';
import { keepUnread } from '../../services/unread-notices';
import type { NoticeKindName } from '../../shared/labels';
import { noticeEntrances, type NoticeEntrance } from './entrances';
import { type NoticeCard, noticeCard } from './view';

type Tab = 'all' | NoticeKindName;

/** 通知: what was said to my household, unread first, and what I have to do with notices on duty. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'all' as Tab,
    hasHousehold: true,
    words: '',
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
      const { tab, words } = this.data;
      try {
        const { rows, unread, next } = await listNotices({
          ...(tab !== 'all' && { kind: tab }),
          ...(words !== '' && { words }),
          ...(after !== undefined && { after }),
        });
        if (tab === 'all' && words === '' && after === undefined) keepUnread(unread);
        this.setData({ hasHousehold: true });
        return { cards: rows.map((row) => noticeCard(row, Date.now())), next };
      } catch (error) {
        if (!(error instanceof CloudError) || (error.code !== 'FORBIDDEN' && error.code !== 'UNREGISTERED'))
          throw error;
        // Who has no household gets none here; what they do on duty is here all the same.
        this.setData({ hasHousehold: false });
        return { cards: [], next: null };
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
