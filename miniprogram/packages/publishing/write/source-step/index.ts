import { answering } from '../answering';
import { BLANK, type NoticeForm } from '../form';

const VALIDITY = [
  { value: 'always', text: '一直有效' },
  { value: 'until', text: '到哪天为止' },
];

/** What the notice rests on, and how long it holds. */
Component({
  behaviors: [answering],
  properties: {
    draft: { type: Object, value: BLANK as NoticeForm },
    errors: { type: Object, value: {} as Record<string, string> },
    upload: { type: Object, value: {} },
    /** What was written last time, to be taken over; empty when there is nothing or it stands there already. */
    last: { type: String, value: '' },
    /** YYYY-MM-DD */
    today: { type: String, value: '' },
    lastDay: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { validity: VALIDITY, holds: 'always' },
  observers: {
    'draft.validUntil'(validUntil: string) {
      if (validUntil !== '') this.setData({ holds: 'until' });
    },
  },
  methods: {
    useLast() {
      this.triggerEvent('last');
    },

    onHolds({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const holds = detail.chosen[0] ?? 'always';
      this.setData({ holds });
      this.say('validUntil', holds === 'until' ? this.data.draft.validUntil || this.data.today : '');
    },

    onPhoto({ type, detail }: WechatMiniprogram.CustomEvent<{ target: string }>) {
      this.triggerEvent(type, detail);
    },
  },
});
