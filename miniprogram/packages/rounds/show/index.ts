import type { RoundView } from '../../../../cloudfunctions/contracts/index';
import { acting } from '../../../behaviors/acting';
import { makeRequestId } from '../../../services/request-id';
import {
  cancelRound,
  closeRound,
  copyRound,
  discardRound,
  distributeRound,
  openRound,
  readProgress,
  readRound,
  type RoundSeen,
} from '../../../services/rounds';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { actsOn, headOf, itemRows, pointRows, type ProgressRow, progressRows } from './view';

const REASONS = ['供货方来不了', '路不通，车进不来', '订的人太少', '开错了'];

/** One round for its staff: how far it is, who has ordered, and what is to be done. */
Component({
  behaviors: [acting, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    version: 0,
    head: null as ReturnType<typeof headOf> | null,
    acts: null as ReturnType<typeof actsOn> | null,
    items: [] as ReturnType<typeof itemRows>,
    points: [] as ReturnType<typeof pointRows>,
    progress: [] as ProgressRow[],
    asking: false,
    reasons: REASONS,
  },
  pageLifetimes: {
    show() {
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? '') });
    },

    async load() {
      try {
        const round = await readRound(this.data.roundId);
        this.showRound(round);
        if (round.status === 'open')
          this.setData({ progress: progressRows(await readProgress(round.roundId)) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    showRound(round: RoundView) {
      this.setData({
        status: 'ready',
        version: round.version,
        head: headOf(round, Date.now()),
        acts: actsOn(round),
        items: itemRows(round),
        points: pointRows(round),
        progress: round.status === 'open' ? this.data.progress : [],
      });
    },

    async actOn(take: (seen: RoundSeen) => Promise<RoundView>, done: string) {
      const { roundId, version } = this.data;
      await this.act(async (requestId) => {
        this.showRound(await take({ requestId, roundId, version }));
      }, done);
    },

    async main() {
      if (this.data.acts?.main === 'distribute') {
        await this.actOn(distributeRound, '可以发了');
        return;
      }
      if (await this.sure('现在开团？', '住户马上能看到，也能订。开了以后，东西和价钱就不能改了。', '开团'))
        await this.actOn(openRound, '开团了');
    },

    async close() {
      if (await this.sure('现在就截止？', '截止以后谁也不能再订、再改，马上汇总给供货方。', '现在截止'))
        await this.actOn(closeRound, '截止了');
    },

    askReason() {
      this.setData({ asking: true });
    },
    keepRound() {
      this.setData({ asking: false });
    },
    async cancel(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ asking: false });
      await this.actOn((seen) => cancelRound(seen, event.detail.reason), '取消了，订了的户会收到通知');
    },

    async discard() {
      if (!(await this.sure('删掉这份草稿？', '删了就没有了。', '删掉'))) return;
      const { roundId, version } = this.data;
      const requestId = await makeRequestId();
      if (await this.send(() => discardRound({ requestId, roundId, version }))) await wx.navigateBack();
      else if (this.data.problem !== '') await tell('没有删掉', this.data.problem);
    },

    openPurchase() {
      void wx.navigateTo({ url: `/packages/supplier/list/index?roundId=${this.data.roundId}&as=leader` });
    },

    async copy() {
      const requestId = await makeRequestId();
      const { roundId } = this.data;
      const isDone = await this.send(async () => {
        const copy = await copyRound(requestId, roundId);
        await wx.navigateTo({ url: `../edit/index?roundId=${copy.roundId}` });
      });
      if (!isDone && this.data.problem !== '') await tell('没有建成', this.data.problem);
    },

    edit() {
      void wx.navigateTo({ url: `../edit/index?roundId=${encodeURIComponent(this.data.roundId)}` });
    },

    moveCutOff() {
      void wx.navigateTo({ url: `../cut-off/index?roundId=${encodeURIComponent(this.data.roundId)}` });
    },

    schedule() {
      void wx.navigateTo({ url: `../schedule/index?roundId=${encodeURIComponent(this.data.roundId)}` });
    },

    openGrid(event: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
      const { id, name } = event.currentTarget.dataset;
      const roundId = encodeURIComponent(this.data.roundId);
      void wx.navigateTo({
        url: `../not-ordered/index?roundId=${roundId}&gridId=${id}&name=${encodeURIComponent(name)}`,
      });
    },
  },
});
