import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { changeReminderSettings, readReminderSettings } from '../../../services/robots';
import { textSize } from '../../../services/text-size';
import { type Question, questionsOf, settingsOf } from './questions';

/** When households that have not read a notice are reminded, and how often: the town's office says. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    questions: [] as Question[],
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        this.setData({ questions: questionsOf(await readReminderSettings()), status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.setData({ [`questions[${index}].chosen`]: event.detail.chosen, errors: {} });
    },

    async save() {
      const settings = settingsOf(this.data.questions);
      if (settings.hours.length === 0) {
        this.setData({ errors: { hours: '请至少选一个时间。要不提醒，下面选“不提醒”' } });
        scrollToWrong(this);
        return;
      }
      if (await this.send(() => changeReminderSettings(settings))) await wx.navigateBack();
      else scrollToWrong(this);
    },
  },
});
