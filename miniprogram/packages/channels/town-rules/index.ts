import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { textSize } from '../../../services/text-size';
import { loudspeaker } from './loudspeaker';
import type { Question } from './questions';
import { reminding } from './reminding';

const TOPICS = { reminding, loudspeaker };

/** 镇里定的规矩: what the town's office says once about reminders or loudspeakers, for the whole town. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    about: 'reminding' as keyof typeof TOPICS,
    title: '',
    note: '',
    scope: '',
    questions: [] as Question[],
  },
  methods: {
    onLoad({ about }: { about: keyof typeof TOPICS }) {
      const { title, note, scope } = TOPICS[about];
      this.setData({ about, title, note, scope });
      void this.load();
    },

    async load() {
      try {
        this.setData({ questions: await TOPICS[this.data.about].read(), status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.setData({ [`questions[${index}].chosen`]: event.detail.chosen, errors: {} });
    },

    async save() {
      const { about, questions } = this.data;
      const topic = TOPICS[about];
      const errors = topic.wrong(questions);
      if (Object.keys(errors).length > 0) this.setData({ errors });
      else if (await this.send(() => topic.change(questions))) {
        await wx.navigateBack();
        return;
      }
      scrollToWrong(this);
    },
  },
});
