import type { StaffRole } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { CloudError } from '../../../services/cloud';
import { today } from '../../../services/home';
import { listPublications, readPublication, withdrawPublication } from '../../../services/release';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { publicationCard, type PublicationCard, type Team, teamsOf } from '../published-rows';

const PUBLISHERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];
const WITHDRAW_REASONS = ['名单有误', '有人已经解除', '不该公示'];

/** Who published what when, all over the town; each opens to its rows. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    mayPublish: false,
    cards: [] as PublicationCard[],
    /** Whose rows are shown; empty for none. */
    opened: '',
    teams: [] as Team[],
    isAsking: false,
    withdrawReasons: WITHDRAW_REASONS,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const [{ posts }, page] = await Promise.all([today(), this.readPage()]);
        this.setData({
          status: 'ready',
          mayPublish: posts.some(({ role }) => PUBLISHERS.includes(role)),
          opened: '',
          ...firstPage(page),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { rows, next } = await listPublications(after);
      return { cards: rows.map(publicationCard), next };
    },

    async open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (id === this.data.opened) {
        this.setData({ opened: '', teams: [] });
        return;
      }
      try {
        const { rows } = await readPublication(id);
        this.setData({ opened: id, teams: teamsOf(rows) });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        void wx.showToast({ title: error.message, icon: 'none' });
      }
    },

    publish() {
      void wx.navigateTo({ url: '../publish/index' });
    },

    askWithdrawing() {
      this.setData({ isAsking: true });
    },
    closeSheet() {
      this.setData({ isAsking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { opened } = this.data;
      this.setData({ isAsking: false });
      try {
        await withdrawPublication(opened, event.detail.reason);
        void wx.showToast({ title: '撤下了', icon: 'none' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有撤下', error.message);
      }
      await this.load();
    },
  },
});
