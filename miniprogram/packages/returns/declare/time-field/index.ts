/** One question answered by a time of day. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** 17:08, or empty. */
    value: { type: String, value: '' },
    error: { type: String, value: '' },
    hint: { type: String, value: '' },
  },
  methods: {
    onChange(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { value: event.detail.value });
    },
  },
});
