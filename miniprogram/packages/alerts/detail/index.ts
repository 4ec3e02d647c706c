import type { AlertStep, AlertView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { acknowledgeAlert, openAlertPhone, readAlert, reportAlert } from '../../../services/alerts';
import { CloudError } from '../../../services/cloud';
import { textSize } from '../../../services/text-size';
import { sending } from '../../../behaviors/sending';
import { ask } from '../../../services/tell';
import { detailView, emptyDetail } from './view';

/** One alert: its clock, whom to call, what was done, and what comes next. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    trouble: '',
    asked: '',
    view: emptyDetail,
  },
  pageLifetimes: {
    show() {
      if (this.data.status === 'ready') void this.load();
    },
  },
  methods: {
    onLoad(query: { alertId?: string }) {
      this.setData({ asked: decodeURIComponent(query.alertId ?? '') });
      void this.load();
    },

    async load() {
      try {
        this.show(await readAlert(this.data.asked));
      } catch (error) {
        const trouble = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', trouble });
      }
    },

    show(alert: AlertView) {
      this.setData({ status: 'ready', view: detailView(alert, Date.now()) });
    },

    async press(event: WechatMiniprogram.TouchEvent<object, object, { step: AlertStep }>) {
      const { step } = event.currentTarget.dataset;
      if (step === 'acknowledge') await this.take();
      else if (step === 'reportUp') await this.report();
      else void wx.navigateTo({ url: `../${step}/index?alertId=${encodeURIComponent(this.data.asked)}` });
    },

    async take() {
      const isMine = await this.send(async () => this.show(await acknowledgeAlert(this.data.asked)));
      if (isMine) void wx.showToast({ title: '您接了。先打电话问问', icon: 'none', duration: 2500 });
      // Somebody else was first: who it was stands in the dock, and the page shows how far they are.
      else await this.load();
    },

    async report() {
      const confirm = await ask({
        title: '已经报给镇里了？',
        content: '打过电话或当面说过，再点“报过了”。时间会记下来。',
        yes: '报过了',
        no: '还没有',
      });
      if (confirm) await this.send(async () => this.show(await reportAlert(this.data.asked)));
    },

    async call(event: WechatMiniprogram.TouchEvent<object, object, { whose: 'person' | 'head' }>) {
      const { whose } = event.currentTarget.dataset;
      await this.send(async () => {
        const { phone } = await openAlertPhone(this.data.asked, whose);
        wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
      });
    },
  },
});
