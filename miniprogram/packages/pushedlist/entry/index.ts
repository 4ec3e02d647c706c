import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { dial } from '../../../services/dial';
import {
  endSearch,
  openPushedPhone,
  readPushedEntry,
  recordTry,
  reopenSearch,
} from '../../../services/pushed-list';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { blankEntry, entryPage, SHEETS, type Sheet } from './view';

/** Somebody to be found: where, by when, what was tried, and how it ends. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    entryId: '',
    entry: blankEntry,
    sheets: SHEETS,
    sheet: '' as Sheet | '',
    sending: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.entryId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { entryId?: string }) {
      this.setData({ entryId: query.entryId ?? '' });
    },

    async load() {
      try {
        const entry = entryPage(await readPushedEntry(this.data.entryId), Date.now());
        this.setData({ status: 'ready', entry });
      } catch (error) {
        this.showFailure(error);
      }
    },

    ask(event: WechatMiniprogram.TouchEvent<object, object, { sheet: Sheet }>) {
      this.setData({ sheet: event.currentTarget.dataset.sheet });
    },

    closeSheet() {
      this.setData({ sheet: '' });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { sheet } = this.data;
      this.setData({ sheet: '' });
      if (sheet === '' || this.data.sending) return;
      this.setData({ sending: true });
      try {
        await this.act(sheet, event.detail.reason);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有记下', error.message);
      } finally {
        this.setData({ sending: false });
      }
      await this.load();
    },

    async act(sheet: Sheet, words: string) {
      const { entryId, version } = this.data.entry;
      const acting = { requestId: await makeRequestId(), entryId, version };
      switch (sheet) {
        case 'phone':
        case 'door':
          await recordTry({ ...acting, how: sheet, words });
          return;
        case 'reopen':
          await reopenSearch({ ...acting, reason: words });
          return;
        default:
          await endSearch({ ...acting, outcome: sheet, words });
      }
    },

    /** Once the phone has dialled, what came of it is asked. */
    async dial() {
      const { entryId } = this.data;
      if (await dial(async () => (await openPushedPhone(entryId, '按推送名单联系本人')).phone))
        this.setData({ sheet: 'phone' });
    },

    declare() {
      void wx.navigateTo({ url: '/packages/returns/declare/index?proxy=1' });
    },

    assign() {
      const { entryId, version, name } = this.data.entry;
      const query = `entryId=${entryId}&version=${version}&name=${encodeURIComponent(name)}`;
      void wx.navigateTo({ url: `../assign/index?${query}` });
    },
  },
});
