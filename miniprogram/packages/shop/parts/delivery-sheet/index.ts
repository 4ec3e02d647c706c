/** Where one would like to fetch it. Says `choose` with `{way, pointId}`, or `close`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    points: { type: Array, value: [] as { pointId: string; name: string; address: string }[] },
    /** 3月12日 */
    doorDay: { type: String, value: '' },
    way: { type: String, value: 'pickup' },
    pointId: { type: String, value: '' },
    /** Somebody at home is under observation: goods come to the door. */
    doorOnly: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    choosePoint(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { way: 'pickup', pointId: event.currentTarget.dataset.id });
    },
    chooseDoor() {
      this.triggerEvent('choose', { way: 'door', pointId: '' });
    },
    close() {
      this.triggerEvent('close');
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close();
    },
  },
});
