import { assessAlert, type AssessForm } from '../../../services/alerts';
import { textSize } from '../../../services/text-size';
import { FINDINGS, options } from '../../../shared/labels';
import { oneLine } from '../../../shared/words';
import { formLoading } from '../form-loading';
import { sending } from '../../../behaviors/sending';
import { checkAssessment } from './check';

type Finding = AssessForm['finding'];

/** What the doctor found at the person's side. */
Component({
  behaviors: [formLoading, sending, textSize],
  data: {
    findings: options(FINDINGS),
    chosen: '' as Finding | '',
    temperature: '',
    words: '',
  },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: Finding[] }>) {
      this.setData({ chosen: event.detail.chosen[0] ?? '', 'errors.finding': '' });
    },

    writeTemperature(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ temperature: event.detail.value });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },

    async confirm() {
      const { act, chosen, temperature, words } = this.data;
      const errors = checkAssessment({ finding: chosen, temperature, words });
      this.setData({ errors });
      if (chosen === '' || Object.keys(errors).length > 0) return;
      const measured = temperature.trim() === '' ? {} : { temperature: Number(temperature) };
      const form = { ...act, finding: chosen, ...measured, words: oneLine(words) };
      if (await this.send(() => assessAlert(form))) await wx.navigateBack();
    },
  },
});
