import { sending } from '../../../behaviors/sending';
import { addSupplierPerson } from '../../../services/catalogue';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { wrongPhone } from '../../../shared/phone';
import { oneLine, wrongName } from '../../../shared/words';

/** Somebody who brings a supplier's goods; it begins when they first sign in with that number. */
Component({
  behaviors: [sending, textSize],
  data: {
    supplierId: '',
    supplierName: '',
    version: 0,
    requestId: '',
    form: { name: '', phone: '' },
  },
  methods: {
    async onLoad(query: { supplierId?: string; version?: string; name?: string }) {
      this.setData({
        supplierId: query.supplierId ?? '',
        supplierName: decodeURIComponent(query.name ?? ''),
        version: Number(query.version ?? 0),
        requestId: await makeRequestId(),
      });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'name' | 'phone' }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    async save() {
      const { supplierId, version, requestId, form } = this.data;
      const errors = wrongOnes({ name: wrongName(form.name), phone: wrongPhone(form.phone) });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) return;
      const name = oneLine(form.name);
      const phone = form.phone.trim();
      if (await this.send(async () => addSupplierPerson({ requestId, supplierId, version, name, phone })))
        await wx.navigateBack();
    },
  },
});
