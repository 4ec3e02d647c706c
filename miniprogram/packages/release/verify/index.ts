import { CloudError } from '../../../services/cloud';
import { verifyCertificate } from '../../../services/release';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { certificateInCode, type Result, resultOf } from './result';

/** For anybody: whether the certificate of a code holds. WeChat's own camera opens it with the code's scene. */
Component({
  behaviors: [textSize],
  data: {
    status: 'idle' as 'idle' | 'loading' | 'ready' | 'failed',
    problem: '',
    certificateId: '',
    result: null as Result | null,
  },
  methods: {
    onLoad(query: { scene?: string }) {
      const certificateId = decodeURIComponent(query.scene ?? '');
      if (certificateId !== '') void this.verify(certificateId);
    },

    async verify(certificateId: string) {
      this.setData({ status: 'loading', certificateId, result: null });
      try {
        this.setData({ status: 'ready', result: resultOf(await verifyCertificate(certificateId)) });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        this.setData({ status: 'failed', problem });
      }
    },

    retry() {
      void this.verify(this.data.certificateId);
    },

    async scan() {
      let path: string;
      try {
        ({ path } = await wx.scanCode({}));
      } catch {
        // Closed without scanning.
        return;
      }
      const certificateId = certificateInCode(path);
      if (certificateId !== '') await this.verify(certificateId);
      else await tell('这不是期满证明的码', '请扫证明上“扫码验真假”旁边的小程序码。');
    },
  },
});
