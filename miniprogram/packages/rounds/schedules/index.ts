import type { ScheduleView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { sending } from '../../../behaviors/sending';
import { makeRequestId } from '../../../services/request-id';
import { holds } from '../../../services/roles';
import { changeSupplySettings, endSchedule, listSchedules } from '../../../services/rounds';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

type Row = {
  scheduleId: string;
  title: string;
  where: string;
  when: string;
  lacking: string;
  trouble: string;
};

const rowOf = (schedule: ScheduleView, now: number): Row => ({
  scheduleId: schedule.scheduleId,
  title: schedule.title,
  where: `${shortPlace(schedule.place)}，${schedule.supplierName}供货`,
  when: `每 ${schedule.everyDays} 天开一批${schedule.nextAt === null ? '' : `，下一批 ${momentText(schedule.nextAt, now)}`}`,
  lacking:
    schedule.lacking && schedule.lacking.households > 0
      ? `${schedule.lacking.households} 户好几天没领到东西`
      : '',
  trouble: schedule.trouble,
});
const DAYS = /^([1-9]|[12]\d|30)$/;

/** Rounds that the timer opens for closed-off grids, and what the town has settled about them. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    rows: [] as Row[],
    daysBetween: '',
    daysWithout: '',
    setsRule: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { rows, settings } = await listSchedules();
        const now = Date.now();
        this.setData({
          status: 'ready',
          rows: rows.map((row) => rowOf(row, now)),
          daysBetween: String(settings.daysBetweenRounds),
          daysWithout: String(settings.daysWithoutSupplies),
          setsRule: holds('townOfficer'),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async end(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const confirm = await ask({
        title: '不再定期开？',
        content: '已经开了的照常进行，以后不再自动开。',
        yes: '不再开',
        no: '再看看',
      });
      if (!confirm) return;
      const requestId = await makeRequestId();
      await this.send(() => endSchedule(requestId, event.currentTarget.dataset.id));
      if (this.data.problem !== '') await tell('没有办成', this.data.problem);
      await this.load();
    },

    openLacking() {
      void wx.navigateTo({ url: '../lacking/index' });
    },

    onBetween(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ daysBetween: event.detail.value });
    },
    onWithout(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ daysWithout: event.detail.value });
    },

    async saveRule() {
      const { daysBetween, daysWithout } = this.data;
      const wrong = (value: string): string => (DAYS.test(value) ? '' : '填 1 到 30 之间的天数');
      const errors = { daysBetweenRounds: wrong(daysBetween), daysWithoutSupplies: wrong(daysWithout) };
      if (Object.values(errors).some((words) => words !== '')) {
        this.setData({ errors });
        return;
      }
      const isDone = await this.send(() =>
        changeSupplySettings({
          daysBetweenRounds: Number(daysBetween),
          daysWithoutSupplies: Number(daysWithout),
        }),
      );
      if (isDone) void wx.showToast({ title: '记下了', icon: 'none' });
      else if (this.data.problem !== '') await tell('没有存', this.data.problem);
    },
  },
});
