/** One picture: to be taken, on its way, there, or not arrived. Says `take`, `again`, `remove`. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** What is shown: a path on this phone or a fileID; empty without one. */
    source: { type: String, value: '' },
    /** '' none, sending, failed or done */
    state: { type: String, value: '' },
    percent: { type: Number, value: 0 },
    error: { type: String, value: '' },
  },
  methods: {
    take() {
      this.triggerEvent('take');
    },
    again() {
      this.triggerEvent('again');
    },
    remove() {
      this.triggerEvent('remove');
    },
  },
});
