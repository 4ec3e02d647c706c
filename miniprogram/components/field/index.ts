/** One question answered by typing: label above the box, what is wrong right below it. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** The keyboard: text, number, idcard or digit. */
    type: { type: String, value: 'text' },
    maxlength: { type: Number, value: 60 },
    /** What helps to answer, shown until something is wrong. */
    hint: { type: String, value: '' },
    /** What the answer means, when it is right: 1955年3月8日 · 女. */
    meaning: { type: String, value: '' },
    error: { type: String, value: '' },
    /** Several lines of words. */
    long: { type: Boolean, value: false },
  },
  data: {
    /** What the box is given. While somebody types it stays as it is: a late echo must not swallow a letter. */
    shown: '',
    typing: false,
  },
  observers: {
    value(value: string) {
      if (!this.data.typing && value !== this.data.shown) this.setData({ shown: value });
    },
  },
  methods: {
    onFocus() {
      this.setData({ typing: true });
    },
    onInput(event: WechatMiniprogram.Input) {
      this.triggerEvent('change', { value: event.detail.value });
    },
    onBlur(event: { detail: { value: string } }) {
      this.setData({ typing: false, shown: event.detail.value });
      this.triggerEvent('leave', { value: event.detail.value });
    },
  },
});
