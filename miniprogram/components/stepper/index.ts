/** − 2 +: how many of one thing. Says `change` with `{value}`; at its limits a sign greys out, and the page writes why beside it. */
Component({
  properties: {
    value: { type: Number, value: 0 },
    min: { type: Number, value: 0 },
    max: { type: Number, value: 99 },
    /** Of what, for whoever hears the page: 蔬菜包 */
    name: { type: String, value: '' },
    unit: { type: String, value: '' },
  },
  methods: {
    less() {
      const { value, min } = this.data;
      if (value > min) this.triggerEvent('change', { value: value - 1 });
    },
    more() {
      const { value, max } = this.data;
      if (value < max) this.triggerEvent('change', { value: value + 1 });
    },
  },
});
