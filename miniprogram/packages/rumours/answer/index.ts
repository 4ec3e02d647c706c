import type { RumourView } from '../../../../cloudfunctions/contracts/index';
import { acting } from '../../../behaviors/acting';
import { CloudError } from '../../../services/cloud';
import {
  closeRumour,
  joinRumour,
  listRumours,
  openRumourPicture,
  partRumour,
  readRumour,
} from '../../../services/rumours';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { answerCard, type AnswerCard, toldText } from '../rumour-words';
import { maybeTheSame, type Standing, standingOf, type Teller, tellers } from './view';

type Tap<T extends object> = WechatMiniprogram.TouchEvent<object, object, T>;

/** One rumour for the office: who told of it, what it may be the same as, and what is answered. */
Component({
  behaviors: [acting, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    rumourId: '',
    version: 0,
    text: '',
    standing: 'open' as Standing,
    /** The refutation on its way, or that went out. */
    noticeId: '',
    tellers: [] as Teller[],
    groups: [] as RumourView['groups'],
    answer: null as AnswerCard | null,
    others: [] as ReturnType<typeof maybeTheSame>,
    asking: false,
    ready: [
      '核实过了，没有这回事',
      '是真的，请看村里的通知',
      '已经告诉本人怎么办',
      '看不清说的是什么，请再报一次',
    ],
  },
  pageLifetimes: {
    show() {
      if (this.data.rumourId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { rumourId?: string }) {
      this.setData({ rumourId: decodeURIComponent(query.rumourId ?? '') });
    },

    async load() {
      try {
        await this.showRumour(await readRumour(this.data.rumourId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    async showRumour(rumour: RumourView) {
      const now = Date.now();
      const { rumourId, version, answer, groups } = rumour;
      const standing = standingOf(rumour);
      this.setData({
        status: 'ready',
        rumourId,
        version,
        text: toldText(rumour),
        standing,
        noticeId: rumour.onItsWayId ?? (answer?.outcome === 'refuted' ? answer.noticeId : ''),
        tellers: tellers(rumour, now),
        groups,
        answer: answerCard(answer, now),
        ...(standing !== 'open' && { others: [] }),
      });
      if (standing === 'open' && answer === null) await this.offerOthers(rumour);
    },

    /** What it could be the same as is help: without it the rumour is answered by itself. */
    async offerOthers(rumour: RumourView) {
      try {
        const [open, answered] = await Promise.all([listRumours('open'), listRumours('answered')]);
        this.setData({ others: maybeTheSame(rumour, [...open.rows, ...answered.rows], Date.now()) });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    refute() {
      const id = encodeURIComponent(this.data.rumourId);
      void wx.navigateTo({ url: `/packages/publishing/write/index?refutes=${id}` });
    },

    openNotice() {
      const id = encodeURIComponent(this.data.noticeId);
      void wx.navigateTo({ url: `/packages/publishing/notice/index?noticeId=${id}` });
    },

    async openPicture(event: Tap<{ id: string }>) {
      try {
        await wx.previewImage({ urls: [await openRumourPicture(event.currentTarget.dataset.id)] });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有打开', error.message);
      }
    },

    async join(event: Tap<{ id: string; text: string }>) {
      const { id, text } = event.currentTarget.dataset;
      const sure = await this.sure(
        '合成一条？',
        `合到“${text}”里，以后一起答复，报过的人都收得到。合错了还能分开。`,
        '合成一条',
      );
      if (!sure) return;
      const { rumourId, version } = this.data;
      await this.act(
        async (requestId) => this.showRumour(await joinRumour({ requestId, rumourId, version, into: id })),
        '合好了',
      );
    },

    async part(event: Tap<{ id: string }>) {
      const { id } = event.currentTarget.dataset;
      const teller = this.data.tellers.find(({ rumourId }) => rumourId === id);
      if (!teller) return;
      await this.act(async (requestId) => {
        await partRumour({ requestId, rumourId: id, version: teller.version });
        await this.load();
      }, '分开了，要单独答复');
    },

    ask() {
      this.setData({ asking: true });
    },

    closeAsking() {
      this.setData({ asking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { rumourId, version } = this.data;
      const { reason } = event.detail;
      this.setData({ asking: false });
      await this.act(
        async (requestId) => this.showRumour(await closeRumour({ requestId, rumourId, version, reason })),
        '答复了，报的人看得到',
      );
    },
  },
});
