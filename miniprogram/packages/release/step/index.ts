import type { ReleaseView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import {
  approveRelease,
  checkRelease,
  proposeRelease,
  readRelease,
  sendBackRelease,
} from '../../../services/release';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { type StepPage, stepPage } from './view';

const TAKE = { propose: proposeRelease, check: checkRelease, approve: approveRelease } as const;
const TAKEN = { propose: '提出了', check: '审核通过了', approve: '解除了，证明已发出' } as const;
const RETURN_REASONS = ['漏报的原因没写清楚', '核酸报告没有附上', '住址或人对不上'];

/** One release: the complete record, what stands in the way, who took which step, and the step that is mine. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    id: '',
    version: 0,
    requestId: '',
    certificateId: '',
    page: null as StepPage | null,
    isAsking: false,
    returnReasons: RETURN_REASONS,
    sending: false,
  },
  methods: {
    async onLoad(query: { id?: string }) {
      this.setData({ id: decodeURIComponent(query.id ?? ''), requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        this.show(await readRelease(this.data.id));
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    show(view: ReleaseView) {
      this.setData({
        status: 'ready',
        version: view.version,
        certificateId: view.certificateId ?? '',
        page: stepPage(view, Date.now()),
      });
    },

    async take() {
      const { id, page, requestId, version } = this.data;
      const step = page?.step;
      if (!step) return;
      const [obstacle] = page.obstacles;
      if (obstacle !== undefined) {
        void wx.pageScrollTo({ selector: '#obstacles', duration: 200 });
        void wx.showToast({ title: `还差 ${page.obstacles.length} 样`, icon: 'none' });
        return;
      }
      await this.send(() => TAKE[step]({ requestId, observationId: id, version }), TAKEN[step]);
    },

    askReturning() {
      this.setData({ isAsking: true });
    },
    closeSheet() {
      this.setData({ isAsking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { id, requestId, version } = this.data;
      this.setData({ isAsking: false });
      await this.send(
        () => sendBackRelease({ requestId, observationId: id, version }, event.detail.reason),
        '退回村里了',
      );
    },

    /** Sends one step; the next one on this page is another act. A refusal shows how things stand now. */
    async send(act: () => Promise<ReleaseView>, done: string) {
      if (this.data.sending) return;
      this.setData({ sending: true });
      try {
        this.show(await act());
        void wx.showToast({ title: done, icon: 'none' });
        this.setData({ requestId: await makeRequestId() });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.message);
        if (error.code === 'CONFLICT') await this.load();
      } finally {
        this.setData({ sending: false });
      }
    },

    openCertificate() {
      const id = encodeURIComponent(this.data.certificateId);
      void wx.navigateTo({ url: `../certificate/index?id=${id}&staff=1&revoke=1` });
    },
  },
});
