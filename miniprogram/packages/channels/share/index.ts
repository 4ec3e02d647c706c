import { acting } from '../../../behaviors/acting';
import { listShareTargets, markShared, shareCard, type SharedNotice } from '../../../services/channels';
import { textSize } from '../../../services/text-size';
import { kindTag } from '../../../shared/notice-words';
import { countText, targetRow, type TargetRow, targetRows } from './targets';

/** 发到微信群: which groups a notice goes into and which have it. WeChat tells nobody where a card went, so whoever sent it ticks it off. */
Component({
  behaviors: [acting, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    noticeId: '',
    notice: null as SharedNotice | null,
    tag: null as ReturnType<typeof kindTag> | null,
    count: '',
    rows: [] as TargetRow[],
    /** A card was just on its way: where it went is asked. */
    justShared: false,
  },
  methods: {
    onLoad(query: { noticeId?: string }) {
      this.setData({ noticeId: decodeURIComponent(query.noticeId ?? '') });
      void this.load();
    },

    async load() {
      try {
        const { groups, ...notice } = await listShareTargets(this.data.noticeId);
        const rows = targetRows(groups, Date.now());
        this.setData({ status: 'ready', notice, tag: kindTag(notice.kind), rows, count: countText(rows) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async mark(event: WechatMiniprogram.TouchEvent<object, object, { id: string; at: number }>) {
      const { id: groupId, at } = event.currentTarget.dataset;
      const row = this.data.rows[at];
      if (row?.groupId !== groupId) return;
      const { noticeId } = this.data;
      await this.act(
        async (requestId) => {
          const target = await markShared({ requestId, noticeId, groupId, shared: !row.shared });
          const rows = this.data.rows.map((one, n) => (n === at ? targetRow(target, Date.now()) : one));
          this.setData({ [`rows[${at}]`]: rows[at], count: countText(rows), justShared: false });
        },
        row.shared ? '撤回了，算没发过' : '记下了',
      );
    },

    openGroups() {
      void wx.navigateTo({ url: '../groups/index' });
    },

    onShareAppMessage() {
      const { notice } = this.data;
      this.setData({ justShared: this.data.rows.length > 0 });
      return notice?.shareKey ? shareCard(notice) : {};
    },
  },
});
