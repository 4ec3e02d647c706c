type PickRow = { value: string; text: string; aside: string };

/** One of several, picked in a sheet. Says `pick` with `{value}`, or `close`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    rows: { type: Array, value: [] as PickRow[] },
    chosen: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      this.triggerEvent('pick', { value: event.currentTarget.dataset.value });
    },
    close() {
      this.triggerEvent('close');
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close();
    },
  },
});
