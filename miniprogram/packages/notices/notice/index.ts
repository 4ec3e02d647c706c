import { loading } from '../../../behaviors/loading';
import type { NoticeText } from '../../../components/notice-text/view';
import { openNotice, openShared } from '../../../services/notices';
import { textSize } from '../../../services/text-size';

/** One notice, for my household or for whoever opened a shared card. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    noticeId: '',
    gridId: '',
    key: '',
    notice: null as NoticeText | null,
  },
  methods: {
    onLoad(query: { noticeId?: string; gridId?: string; key?: string }) {
      this.setData({
        noticeId: decodeURIComponent(query.noticeId ?? ''),
        gridId: decodeURIComponent(query.gridId ?? ''),
        key: decodeURIComponent(query.key ?? ''),
      });
      void this.load();
    },

    async load() {
      const { noticeId, gridId, key } = this.data;
      try {
        const notice =
          key === ''
            ? await openNotice({ noticeId, ...(gridId !== '' && { gridId }) })
            : await openShared(noticeId, key);
        this.setData({ status: 'ready', notice });
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});
