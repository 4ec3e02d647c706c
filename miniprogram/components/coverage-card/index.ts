type Row = { gridId: string; name: string; percent: number; missing: number; known: number };

/** 登记覆盖: how many of the known households have a file, grid by grid, worst first. */
Component({
  properties: {
    rows: { type: Array, value: [] as Row[] },
    known: { type: Number, value: 0 },
    missing: { type: Number, value: 0 },
    large: { type: Boolean, value: false },
    /** Each grid can be opened: says `grid` with `{gridId}`. */
    opens: { type: Boolean, value: false },
  },
  methods: {
    open(event: WechatMiniprogram.CustomEvent<{ gridId: string }>) {
      this.triggerEvent('grid', event.detail);
    },
  },
});
