import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { isSigned } from '../../../components/signature-pad/strokes';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { readSettlement, type SignForm, signSettlement } from '../../../services/settlement';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { yuan } from '../../../shared/money';

/** One of the supplier's people signs the figures that are on the screen, and no others. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    requestId: '',
    title: '',
    figures: [] as { title: string; amount: string }[],
    seen: { delivered: 0, paid: 0, cash: 0 } as SignForm['seen'],
    signature: '',
    error: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? ''), requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const { round, totals, counting } = await readSettlement(this.data.roundId);
        const seen = { delivered: totals.delivered, paid: totals.paid, cash: counting.cash ?? 0 };
        this.setData({
          status: 'ready',
          title: round.title,
          seen,
          figures: [
            { title: '交了东西', amount: yuan(seen.delivered) },
            { title: '收了钱', amount: yuan(seen.paid) },
            { title: '数出来的现金', amount: yuan(seen.cash) },
          ],
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    onSignature(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ signature: event.detail.value, error: '' });
    },

    async submit() {
      const { signature, sending, roundId, requestId, seen } = this.data;
      if (sending) return;
      if (!isSigned(signature)) {
        this.setData({ error: '请用手指写上名字' });
        scrollToWrong(this);
        return;
      }
      this.setData({ sending: true });
      try {
        await signSettlement({ roundId, requestId, seen, signature });
        await wx.navigateBack();
        void wx.showToast({ title: '签好了', icon: 'success' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有签上', error.message);
        this.setData({ requestId: await makeRequestId() });
        // Other figures want another signature.
        if (error.code === 'CONFLICT') this.setData({ signature: '' });
        await this.load();
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
