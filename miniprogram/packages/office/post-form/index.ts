import type { StaffRole } from '../../../../cloudfunctions/contracts/index';
import { CloudError } from '../../../services/cloud';
import { textSize } from '../../../services/text-size';
import { giveRole } from '../../../services/township';
import { type Errors, hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { options, ROLES } from '../../../shared/labels';
import { wrongName } from '../../../shared/words';
import { wrongPhone } from '../../../shared/phone';

/** Gives somebody a role in a grid, by phone number; it begins when they first sign in with it. */
Component({
  behaviors: [textSize],
  data: {
    gridId: '',
    place: '',
    roles: options(ROLES),
    form: { role: '' as StaffRole | '', name: '', phone: '' },
    errors: {} as Errors,
    problem: '',
    sending: false,
  },
  methods: {
    onLoad(query: { gridId?: string; place?: string }) {
      this.setData({ gridId: query.gridId ?? '', place: decodeURIComponent(query.place ?? '') });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'name' | 'phone' }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    chooseRole(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const role = event.detail.chosen[0] as StaffRole;
      this.setData({ 'form.role': role, errors: without(this.data.errors, 'role') });
    },

    async send() {
      if (this.data.sending) return;
      const { gridId, form } = this.data;
      const { role } = form;
      const errors = wrongOnes({
        role: role === '' ? '请选择岗位' : '',
        name: wrongName(form.name),
        phone: wrongPhone(form.phone),
      });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors) || role === '') return;
      this.setData({ sending: true });
      try {
        await giveRole({ gridId, role, name: form.name.trim(), phone: form.phone.trim() });
        await wx.navigateBack();
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ errors: error.fields, problem: hasErrors(error.fields) ? '' : error.message });
      }
    },
  },
});
