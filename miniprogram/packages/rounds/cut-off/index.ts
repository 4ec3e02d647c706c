import { loading } from '../../../behaviors/loading';
import { sending } from '../../../behaviors/sending';
import { makeRequestId } from '../../../services/request-id';
import { moveCutOff, readRound } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { calendarDate, timeText } from '../../../shared/dates';
import { closingText } from '../round-words';

/** 改截止时间: of a round that is open, until the day on which its first goods are given out. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    requestId: '',
    version: 0,
    title: '',
    /** When it closes as things stand. */
    closing: '',
    date: '',
    time: '',
    firstDate: '',
    lastDate: '',
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({
        roundId: decodeURIComponent(query.roundId ?? ''),
        requestId: await makeRequestId(),
      });
      await this.load();
    },

    async load() {
      try {
        const round = await readRound(this.data.roundId);
        const { title, version, closesAt, distribution } = round;
        const now = Date.now();
        const days = [...distribution.slots.map(({ date }) => date), distribution.doorDate].sort();
        this.setData({
          status: 'ready',
          title,
          version,
          closing: closingText(round, now),
          date: calendarDate(closesAt),
          time: timeText(closesAt),
          firstDate: calendarDate(now),
          lastDate: days[0] ?? '',
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ date: event.detail.value, errors: {} });
    },
    onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ time: event.detail.value, errors: {} });
    },

    async save() {
      const { roundId, requestId, version, date, time } = this.data;
      const isDone = await this.send(() =>
        moveCutOff({ requestId, roundId, version }, `${date}T${time}:00+08:00`),
      );
      if (isDone) await wx.navigateBack();
    },
  },
});
