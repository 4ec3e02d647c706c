import { dateText, dayText } from '../../shared/dates';

/** One question answered by a date. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** YYYY-MM-DD, or empty. */
    value: { type: String, value: '' },
    start: { type: String, value: '1900-01-01' },
    end: { type: String, value: '' },
    /** Where the wheels stand while there is no answer. */
    suggested: { type: String, value: '1980-01-01' },
    /** 3月12日 instead of 2026年3月12日: for days around now. */
    short: { type: Boolean, value: false },
    /** What helps to answer, shown until something is wrong. */
    hint: { type: String, value: '' },
    error: { type: String, value: '' },
    /** Wrong, with the words for it written elsewhere. */
    marked: { type: Boolean, value: false },
  },
  data: { text: '' },
  observers: {
    'value, short'(value: string, short: boolean) {
      this.setData({ text: value === '' ? '' : short ? dayText(value) : dateText(value) });
    },
  },
  methods: {
    onChange(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { value: event.detail.value });
    },
  },
});
