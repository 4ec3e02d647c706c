/**
 * The way in for somebody who was given a post: WeChat asks for the phone number and gives a code (`code` event), or says
 * that it was not allowed (`refused`).
 */
Component({
  properties: {
    /** 正在登录…: the code is on its way. */
    busy: { type: Boolean, value: false },
  },
  methods: {
    onPhone(event: { detail: { code?: string } }) {
      const { code } = event.detail;
      if (code === undefined || code === '') this.triggerEvent('refused');
      else if (!this.data.busy) this.triggerEvent('code', { code });
    },
  },
});
