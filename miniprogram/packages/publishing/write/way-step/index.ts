import { answering } from '../answering';
import { BLANK, type NoticeForm } from '../form';

const WANTED = [
  { value: 'confirm', text: '要大家确认' },
  { value: 'read', text: '看到就行' },
];
const WHEN = [
  { value: 'now', text: '现在就发' },
  { value: 'later', text: '定个时间发' },
];

/** What is asked of readers, whether it stands on top, and when it goes out; and what happens when one presses. */
Component({
  behaviors: [answering],
  properties: {
    draft: { type: Object, value: BLANK as NoticeForm },
    errors: { type: Object, value: {} as Record<string, string> },
    /** What the notice is and whom it reaches. */
    facts: { type: Array, value: [] as { label: string; value: string }[] },
    /** What happens after pressing. */
    next: { type: String, value: '' },
    /** YYYY-MM-DD */
    today: { type: String, value: '' },
    lastDay: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { wanted: WANTED, when: WHEN },
  methods: {
    togglePinned() {
      this.say('pinned', !this.data.draft.pinned);
    },
    preview() {
      this.triggerEvent('preview');
    },
  },
});
