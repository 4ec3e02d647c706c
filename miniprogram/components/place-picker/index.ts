/** Where a household lives: the place that was chosen, or the levels to choose from. */
Component({
  properties: {
    /** The chosen place in words; empty while there is none. */
    place: { type: String, value: '' },
    /** loading, ready or failed */
    status: { type: String, value: 'loading' },
    crumbs: { type: Array, value: [] as { id: string; name: string }[] },
    rows: { type: Array, value: [] as { id: string; name: string; more: boolean }[] },
    error: { type: String, value: '' },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset.id });
    },
    up(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('up', { index: event.currentTarget.dataset.index });
    },
    again() {
      this.triggerEvent('again');
    },
    retry() {
      this.triggerEvent('retry');
    },
  },
});
