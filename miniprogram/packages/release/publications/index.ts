import type { StaffRole } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
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
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    mayPublish: false,
    cards: [] as PublicationCard[],
    /** Whose rows are shown; empty for none. */
    opened: '',
    teams: [] as Team[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
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
        const [{ posts }, { rows, next }] = await Promise.all([today(), listPublications()]);
        this.setData({
          status: 'ready',
          mayPublish: posts.some(({ role }) => PUBLISHERS.includes(role)),
          cards: rows.map(publicationCard),
          opened: '',
          next: next ?? '',
          more: 'idle',
        });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async onReachBottom() {
      const { next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listPublications(next);
        const added = page.rows.map(
          (row, i) => [`cards[${cards.length + i}]`, publicationCard(row)] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
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
