type GridBar = { gridId: string; name: string; percent: number; missing: number; known: number };

/** How far each grid has come: its name, a bar, and how many households are left; worst first. */
Component({
  properties: {
    rows: { type: Array, value: [] as GridBar[] },
    /** What `known` counts: 应登记 139 户 */
    counted: { type: String, value: '' },
    large: { type: Boolean, value: false },
    /** Each grid can be opened: says `grid` with `{gridId}`. */
    opens: { type: Boolean, value: false },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      if (this.data.opens) this.triggerEvent('grid', { gridId: event.currentTarget.dataset.id });
    },
  },
});
