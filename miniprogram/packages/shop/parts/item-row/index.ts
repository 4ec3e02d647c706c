import type { ShopRow } from '../../shop/rows';

/** One thing to order, with − and +. Says `change` with `{itemId, value}`, or `patient` with `{itemId}` when asked who takes a drug. */
Component({
  properties: {
    row: { type: Object, value: {} as ShopRow },
    large: { type: Boolean, value: false },
  },
  methods: {
    onChange(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.triggerEvent('change', { itemId: this.data.row.itemId, value: event.detail.value });
    },
    askPatient() {
      this.triggerEvent('patient', { itemId: this.data.row.itemId });
    },
  },
});
