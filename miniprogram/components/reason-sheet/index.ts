import { oneLine, wrongWords } from '../../shared/words';

/** A reason from a ready list or in one's own words, asked for in a sheet. Says `confirm` with `{reason}`, or `close`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    ready: { type: Array, value: [] as string[] },
    confirmText: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { reason: '', error: '' },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ reason: '', error: '' });
    },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent<object, object, { reason: string }>) {
      this.setData({ reason: event.currentTarget.dataset.reason, error: '' });
    },
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },
    confirm() {
      const reason = oneLine(this.data.reason);
      const error =
        reason === '' ? '请写明原因，至少 2 个字' : wrongWords(reason, '原因', { min: 2, max: 100 });
      this.setData({ error });
      if (error === '') this.triggerEvent('confirm', { reason });
    },
    close() {
      this.triggerEvent('close');
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close();
    },
  },
});
