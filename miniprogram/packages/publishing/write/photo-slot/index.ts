/** Room for one picture: what is in it, or how far it is on its way. Says `take`, `again` or `drop`. */
Component({
  properties: {
    /** fileID in cloud storage; empty for none */
    file: { type: String, value: '' },
    /** Which picture of the page this is. */
    target: { type: String, value: '' },
    upload: { type: Object, value: { target: '', state: '', percent: 0 } },
    /** What the button says while there is none. */
    ask: { type: String, value: '选一张图片' },
    /** May be left empty again. */
    droppable: { type: Boolean, value: false },
  },
  methods: {
    take() {
      this.triggerEvent('take', { target: this.data.target });
    },
    again() {
      this.triggerEvent('again');
    },
    drop() {
      this.triggerEvent('drop', { target: this.data.target });
    },
  },
});
