import { CloudError } from '../../../services/cloud';
import { openOffice } from '../../../services/township';
import { textSize } from '../../../services/text-size';
import { type Errors, hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { wrongName, wrongWords } from '../../../shared/words';
import { wrongPhone } from '../../../shared/phone';
import { wrongTownName } from '../check-forms';

type Answer = 'code' | 'townName' | 'name' | 'phone';

/** 开通本镇: the first officer of an empty install, with the one-time code of its deployment. */
Component({
  behaviors: [textSize],
  data: {
    form: { code: '', townName: '', name: '', phone: '' },
    errors: {} as Errors,
    problem: '',
    sending: false,
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: Answer }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    findWrong(): Errors {
      const { code, townName, name, phone } = this.data.form;
      return wrongOnes({
        code: wrongWords(code, '开通码', { max: 40 }),
        townName: wrongTownName(townName),
        name: wrongName(name),
        phone: wrongPhone(phone),
      });
    },

    async send() {
      if (this.data.sending) return;
      const errors = this.findWrong();
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) return;
      this.setData({ sending: true });
      const { code, townName, name, phone } = this.data.form;
      try {
        await openOffice({
          code: code.trim(),
          townName: townName.trim(),
          name: name.trim(),
          phone: phone.trim(),
        });
        await wx.redirectTo({ url: '../grids/index' });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ errors: error.fields, problem: hasErrors(error.fields) ? '' : error.message });
      }
    },
  },
});
