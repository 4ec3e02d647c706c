/** What a page shows while it has nothing to show: loading, failed (with a way out) or empty. */
Component({
  properties: {
    /** loading, failed or empty */
    state: { type: String, value: 'loading' },
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    /** The grid member to call when nothing loads; empty when not known. */
    callName: { type: String, value: '' },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    call() {
      this.triggerEvent('call');
    },
  },
});
