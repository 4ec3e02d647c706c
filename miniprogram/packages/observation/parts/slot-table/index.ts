type TableCell = { slot: string; text: string; note: string; tone: string };
type TableRow = { date: string; day: string; am: TableCell; pm: TableCell };

/** A record as rows of days with morning and evening. Says `open` with `{slot}`. */
Component({
  properties: {
    rows: { type: Array, value: [] as TableRow[] },
    large: { type: Boolean, value: false },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { slot: string }>) {
      const { slot } = event.currentTarget.dataset;
      if (slot !== '') this.triggerEvent('open', { slot });
    },
  },
});
