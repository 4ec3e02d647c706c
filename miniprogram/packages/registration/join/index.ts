import { CloudError } from '../../../services/cloud';
import { join } from '../../../services/household-phones';
import { textSize } from '../../../services/text-size';

/** Somebody whose family is registered opens its file on their own phone, with the code that the head gave them. */
Component({
  behaviors: [textSize],
  data: {
    code: '',
    agreed: false,
    errors: { code: '', consent: '' },
    problem: '',
    sending: false,
  },
  methods: {
    onCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ code: event.detail.value, 'errors.code': '' });
    },

    onConsent(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      this.setData({ agreed: event.detail.value, 'errors.consent': '' });
    },

    async send() {
      if (this.data.sending) return;
      const { code, agreed } = this.data;
      const errors = {
        code: code.trim() === '' ? '请填写邀请码' : '',
        consent: agreed ? '' : '请先看完，再点“我同意”',
      };
      this.setData({ errors, problem: '' });
      if (errors.code !== '' || errors.consent !== '') return;
      this.setData({ sending: true });
      try {
        await join(code);
        await wx.redirectTo({ url: '../household/index' });
        void wx.showToast({ title: '您家的档案打开了', icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        const wrong = error.fields.code ?? '';
        this.setData({ 'errors.code': wrong, problem: wrong === '' ? error.message : '' });
      }
    },
  },
});
