import { listing } from '../../../behaviors/listing';
import { type NoticeCard, savedCard } from '../../../components/notice-row/view';
import { highContrast } from '../../../services/contrast';
import { savedNotices } from '../../../services/saved-notices';
import { textSize } from '../../../services/text-size';

/** Notices that somebody wants to find again; they are the same on a new phone. */
Component({
  behaviors: [listing, textSize, highContrast],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** What of them was opened on this phone; the others need the network. */
    offline: false,
    cards: [] as NoticeCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage() {
      const { rows, fresh } = await savedNotices();
      this.setData({ offline: !fresh });
      return { cards: rows.map((row) => savedCard(row, Date.now())), next: null };
    },

    openRow(event: WechatMiniprogram.CustomEvent<{ url: string }>) {
      void wx.navigateTo({ url: event.detail.url });
    },
  },
});
