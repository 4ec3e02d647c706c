import { fileOpening } from '../../../behaviors/file-opening';
import { loading } from '../../../behaviors/loading';
import { readNoticeDraft } from '../../../services/publishing';
import { textSize } from '../../../services/text-size';
import type { NoticeText } from '../../../components/notice-text/view';
import { draftAsNotice } from '../../../services/draft-notice';
import { looksOf, missingText } from './looks';

/** What is being written, as it will be seen: in a group chat, in the list and opened, in normal and in large text; and on paper and over the loudspeaker. */
Component({
  behaviors: [loading, fileOpening, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    draftId: '',
    notice: null as NoticeText | null,
    looks: null as ReturnType<typeof looksOf> | null,
    missing: '',
    /** The notice as who has large text on their phone sees it. */
    asLarge: false,
  },
  methods: {
    onLoad(query: { draftId?: string }) {
      this.setData({ draftId: decodeURIComponent(query.draftId ?? ''), asLarge: this.data.large });
      void this.load();
    },

    async load() {
      try {
        const draft = await readNoticeDraft(this.data.draftId);
        this.setData({
          status: 'ready',
          notice: draftAsNotice(draft),
          looks: looksOf(draft),
          missing: missingText(draft),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    switchSize() {
      this.setData({ asLarge: !this.data.asLarge });
    },

    openPoster() {
      this.open('poster');
    },
    openScript() {
      this.open('script');
    },
    open(page: string) {
      const draftId = encodeURIComponent(this.data.draftId);
      void wx.navigateTo({ url: `/packages/poster/${page}/index?draftId=${draftId}` });
    },
  },
});
