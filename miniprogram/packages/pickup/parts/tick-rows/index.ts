import type { GoodsLine } from '../../goods';

/** What a household gets, to be ticked with gloves on while it is handed over. Says `give` with `{at, given}`: 0 takes the tick away. */
Component({
  properties: {
    lines: { type: Array, value: [] as GoodsLine[] },
    /** Before the figure, and before what is missing to the full number: 给了 and 还差. */
    asked: { type: String, value: '给了' },
    short: { type: String, value: '还差' },
    large: { type: Boolean, value: false },
  },
  methods: {
    tick(event: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      const { at } = event.currentTarget.dataset;
      const line = this.data.lines[at] as GoodsLine | undefined;
      if (line) this.triggerEvent('give', { at, given: line.given > 0 ? 0 : line.most });
    },
    count(event: WechatMiniprogram.CustomEvent<{ value: number }, object, { at: number }>) {
      this.triggerEvent('give', { at: event.currentTarget.dataset.at, given: event.detail.value });
    },
  },
});
