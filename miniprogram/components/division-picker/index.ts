type DivisionRow = { code: string; name: string; note: string; more: boolean };

/**
 * A division in a sheet: by searching, or level by level; or a country. What it shows comes from behaviors/division-choosing, which also
 * answers its events: search, pick, whole, up, country, abroad, retry, close.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** loading, ready or failed */
    status: { type: String, value: 'loading' },
    text: { type: String, value: '' },
    crumbs: { type: Array, value: [] as { code: string; name: string }[] },
    rows: { type: Array, value: [] as DivisionRow[] },
    /** The name of the last crumb where it may be chosen whole. */
    whole: { type: String, value: '' },
    /** Offers 境外 too. */
    abroad: { type: Boolean, value: false },
    country: { type: String, value: '' },
    error: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { isAbroad: false },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ isAbroad: false });
    },
  },
  methods: {
    choosePart(event: WechatMiniprogram.TouchEvent<object, object, { abroad: boolean }>) {
      this.setData({ isAbroad: event.currentTarget.dataset.abroad });
    },
    search(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('search', { text: event.detail.value });
    },
    pick(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
    whole() {
      this.triggerEvent('whole');
    },
    up(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('up', { index: event.currentTarget.dataset.index });
    },
    country(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('country', { value: event.detail.value });
    },
    takeCountry() {
      this.triggerEvent('abroad');
    },
    retry() {
      this.triggerEvent('retry');
    },
    close() {
      this.triggerEvent('close');
    },
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.close();
    },
  },
});
