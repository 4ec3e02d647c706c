import { dateText } from '../../shared/dates';

/** One question answered by a date. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** YYYY-MM-DD, or empty. */
    value: { type: String, value: '' },
    end: { type: String, value: '' },
    error: { type: String, value: '' },
  },
  data: { text: '' },
  observers: {
    value(value: string) {
      this.setData({ text: value === '' ? '' : dateText(value) });
    },
  },
  methods: {
    onChange(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { value: event.detail.value });
    },
  },
});
