import { calendarDate } from '../../shared/dates';
import { type NoticeText, shownNotice, type ShownNotice } from './view';

/**
 * The text of a notice on its card, as everybody sees it: villagers, whoever writes it, and whoever opens a shared card. Text is only ever text here.
 * `open` {noticeId}: the link to the older or newer one; `picture` {fileId}; `file` {fileId, name}: an attachment.
 */
Component({
  properties: {
    notice: { type: Object, value: null as unknown as NoticeText },
    large: { type: Boolean, value: false },
  },
  data: { shown: null as ShownNotice | null },
  observers: {
    notice(notice: NoticeText | null) {
      this.setData({ shown: notice && shownNotice(notice, calendarDate(Date.now())) });
    },
  },
  methods: {
    openOther() {
      this.triggerEvent('open', { noticeId: this.data.shown?.banner?.noticeId ?? '' });
    },
    enlarge(event: WechatMiniprogram.TouchEvent<object, object, { file: string }>) {
      this.triggerEvent('picture', { fileId: event.currentTarget.dataset.file });
    },
    openFile(event: WechatMiniprogram.TouchEvent<object, object, { file: string; name: string }>) {
      const { file, name } = event.currentTarget.dataset;
      this.triggerEvent('file', { fileId: file, name });
    },
  },
});
