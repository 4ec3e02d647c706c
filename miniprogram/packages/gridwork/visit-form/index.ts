import { CloudError } from '../../../services/cloud';
import { planVisit } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { oneLine, wrongWords } from '../../../shared/words';

const PURPOSES = ['帮忙登记', '核对证件', '上门看望'];
/** The calendar ends some months ahead; the cloud says how far one may plan. */
const CALENDAR_MS = 120 * 24 * 3600 * 1000;

/** Agrees on a day to visit one household, and what for. */
Component({
  behaviors: [textSize],
  data: {
    householdId: '',
    name: '',
    last: '',
    date: '',
    purposes: PURPOSES.map((text) => ({ value: text, text })),
    purpose: '',
    errors: {} as { date?: string; purpose?: string },
    problem: '',
    sending: false,
  },
  methods: {
    onLoad(query: { householdId?: string; name?: string }) {
      const now = Date.now();
      this.setData({
        householdId: query.householdId ?? '',
        name: decodeURIComponent(query.name ?? ''),
        date: calendarDate(now),
        last: calendarDate(now + CALENDAR_MS),
      });
    },

    chooseDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ date: event.detail.value });
    },

    choosePurpose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ purpose: event.detail.chosen[0] ?? '' });
    },

    writePurpose(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ purpose: event.detail.value });
    },

    async send() {
      if (this.data.sending) return;
      const { householdId, date } = this.data;
      const purpose = oneLine(this.data.purpose);
      const wrong = wrongWords(purpose, '上门做什么', { min: 2, max: 40 });
      this.setData({ errors: wrong === '' ? {} : { purpose: wrong }, problem: '' });
      if (wrong !== '') return;
      this.setData({ sending: true });
      try {
        await planVisit({ householdId, date, purpose });
        await wx.navigateBack();
        void wx.showToast({ title: '约好了，到日子首页会提醒', icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        const beside = Object.keys(error.fields).length > 0;
        this.setData({ errors: error.fields, problem: beside ? '' : error.message });
      }
    },
  },
});
