import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { holds } from '../../../services/roles';
import { readSettlement, settleRound, type SettlementView } from '../../../services/settlement';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { moneyPage, type MoneyPage, needsExplanation } from './view';

const EXPLANATIONS = ['欠款由供货方自己去收', '找零找错了，供货方认了', '没领的供货方拿回去了'];
const views = new WeakMap<object, SettlementView>();

/** 对账: ordered, delivered and paid of one round; what differs; counting, signing, settling. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    requestId: '',
    page: null as MoneyPage | null,
    explanations: EXPLANATIONS,
    isAsking: false,
    sending: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? ''), requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        this.show(await readSettlement(this.data.roundId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    show(view: SettlementView) {
      views.set(this, view);
      this.setData({ status: 'ready', page: moneyPage(view, { now: Date.now(), sells: holds('supplier') }) });
    },

    async next() {
      const act = this.data.page?.next?.act;
      const view = views.get(this);
      if (act === 'count') this.openCount();
      if (act === 'sign') void wx.navigateTo({ url: `../sign/index?roundId=${this.roundParameter()}` });
      if (act !== 'settle' || !view) return;
      if (needsExplanation(view)) this.setData({ isAsking: true });
      else if (await this.isSure()) await this.settle('');
    },

    async isSure(): Promise<boolean> {
      return ask({
        title: '结清这一批？',
        content: '三个数对上了。结清以后不能再改，只能另记更正。',
        yes: '结清',
        no: '再看看',
      });
    },

    closeSheet() {
      this.setData({ isAsking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ isAsking: false });
      await this.settle(event.detail.reason);
    },

    async settle(explanation: string) {
      const view = views.get(this);
      if (this.data.sending || !view) return;
      this.setData({ sending: true });
      const { delivered, paid } = view.totals;
      const seen = { delivered, paid, cash: view.counting.cash ?? 0 };
      const { roundId, requestId } = this.data;
      try {
        this.show(await settleRound({ roundId, requestId, seen, explanation }));
        void wx.showToast({ title: '结清了', icon: 'success' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有结清', error.message);
        await this.load();
      } finally {
        this.setData({ sending: false, requestId: await makeRequestId() });
      }
    },

    openCount() {
      void wx.navigateTo({ url: `../count/index?roundId=${this.roundParameter()}` });
    },

    openDifference(event: WechatMiniprogram.TouchEvent<object, object, { kind: string }>) {
      const { kind } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `../differences/index?roundId=${this.roundParameter()}&kind=${kind}` });
    },

    openEntries() {
      void wx.navigateTo({ url: `../entries/index?roundId=${this.roundParameter()}` });
    },

    roundParameter(): string {
      return encodeURIComponent(this.data.roundId);
    },
  },
});
