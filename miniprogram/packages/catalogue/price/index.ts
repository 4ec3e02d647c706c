import type { PriceRule } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { sending } from '../../../behaviors/sending';
import { changeMyPrice, readMyItem } from '../../../services/catalogue';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { fenOf, yuan } from '../../../shared/money';
import { oneLine } from '../../../shared/words';
import { jumpText, ruleText, wrongPrice } from '../price-words';

/** A supplier's own people change a price; a jump says why. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    itemId: '',
    version: 0,
    requestId: '',
    name: '',
    spec: '',
    unit: '',
    before: '',
    reference: 0,
    rule: { percent: 0, days: 0 } as PriceRule,
    ruleText: '',
    form: { price: '', reason: '' },
    /** Why a reason is asked for; empty when none is. */
    jump: '',
  },
  methods: {
    async onLoad(query: { itemId?: string }) {
      this.setData({ itemId: query.itemId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const { version, name, spec, unit, price, reference, rule } = await readMyItem(this.data.itemId);
        this.setData({
          status: 'ready',
          version,
          name,
          spec,
          unit,
          before: yuan(price),
          reference,
          rule,
          ruleText: ruleText(rule),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const price = event.detail.value;
      const { reference, rule, errors } = this.data;
      this.setData({
        'form.price': price,
        jump: jumpText(price, reference, rule),
        errors: without(without(errors, 'price'), 'priceReason'),
      });
    },

    writeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.reason': event.detail.value, errors: without(this.data.errors, 'priceReason') });
    },

    async save() {
      const { form, jump, itemId, version, requestId } = this.data;
      const priceReason = oneLine(form.reason);
      const errors = wrongOnes({
        price: wrongPrice(form.price),
        priceReason: jump !== '' && priceReason.length < 2 ? '请写清楚为什么涨价，至少 2 个字' : '',
      });
      this.setData({ errors, problem: '' });
      const price = fenOf(form.price);
      if (hasErrors(errors) || price === null) return;
      if (await this.send(async () => changeMyPrice({ itemId, version, requestId, price, priceReason })))
        await wx.navigateBack();
    },
  },
});
