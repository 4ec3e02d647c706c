import { sending } from '../../../behaviors/sending';
import { makeRequestId } from '../../../services/request-id';
import { scheduleRounds } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { addDays } from '../../../shared/slots';

const MOST_DAYS = 14;

/** 改成定期开: a round like this one every so many days, by the timer. */
Component({
  behaviors: [sending, textSize],
  data: { roundId: '', requestId: '', days: '2', date: '', time: '08:00', firstDate: '', lastDate: '' },
  methods: {
    async onLoad(query: { roundId?: string }) {
      const today = calendarDate(Date.now());
      this.setData({
        roundId: decodeURIComponent(query.roundId ?? ''),
        date: addDays(today, 1),
        firstDate: today,
        lastDate: addDays(today, 30),
      });
      this.setData({ requestId: await makeRequestId() });
    },
    onDays(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ days: event.detail.value });
    },
    onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ date: event.detail.value });
    },
    onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ time: event.detail.value });
    },
    async save() {
      const { roundId, requestId, date, time } = this.data;
      const everyDays = Number(this.data.days);
      if (!Number.isInteger(everyDays) || everyDays < 1 || everyDays > MOST_DAYS) {
        this.setData({ errors: { everyDays: `填 1 到 ${MOST_DAYS} 之间的天数` } });
        return;
      }
      await this.send(async () => {
        await scheduleRounds({ requestId, roundId, everyDays, firstAt: `${date}T${time}:00+08:00` });
        await wx.redirectTo({ url: '../schedules/index' });
      });
    },
  },
});
