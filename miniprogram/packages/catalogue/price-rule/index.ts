import { loading } from '../../../behaviors/loading';
import { sending } from '../../../behaviors/sending';
import { readPriceRule, setPriceRule } from '../../../services/catalogue';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';

const wholeNumber = (typed: string, label: string, most: number): string => {
  if (!/^\d{1,3}$/.test(typed.trim()) || Number(typed) < 1) return `请填写${label}，1 到 ${most}`;
  return Number(typed) > most ? `${label}最多 ${most}` : '';
};

/** How much dearer something may become without a word about it: the town's office says. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    requestId: '',
    form: { percent: '', days: '' },
    set: '',
  },
  methods: {
    async onLoad() {
      this.setData({ requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const { percent, days, set } = await readPriceRule();
        this.setData({
          status: 'ready',
          form: { percent: String(percent), days: String(days) },
          set:
            set === null
              ? '镇里还没改过，这是开始的规矩'
              : `${set.byName} ${momentText(set.at, Date.now())} 定的`,
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'percent' | 'days' }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    async save() {
      const { form, requestId } = this.data;
      const errors = wrongOnes({
        percent: wholeNumber(form.percent, '百分数', 100),
        days: wholeNumber(form.days, '天数', 90),
      });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) return;
      const rule = { requestId, percent: Number(form.percent), days: Number(form.days) };
      if (await this.send(async () => setPriceRule(rule))) await wx.navigateBack();
    },
  },
});
