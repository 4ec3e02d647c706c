type Option = { value: string; text: string };

/** One question answered by pressing: each answer is a tile; the chosen one carries a ✓ in its corner, not only a colour. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** Beside the label: 可以选多个. */
    aside: { type: String, value: '' },
    options: { type: Array, value: [] as Option[] },
    /** The chosen values: none or one, or several when `multiple`. */
    chosen: { type: Array, value: [] as string[] },
    multiple: { type: Boolean, value: false },
    error: { type: String, value: '' },
    hint: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { tiles: [] as { value: string; text: string; on: boolean }[] },
  observers: {
    'options, chosen'(choices: Option[], chosen: string[]) {
      this.setData({
        tiles: choices.map(({ value, text }) => ({ value, text, on: chosen.includes(value) })),
      });
    },
  },
  methods: {
    press(event: WechatMiniprogram.TouchEvent<object, object, { value: string }>) {
      const { value } = event.currentTarget.dataset;
      const { chosen, multiple } = this.data;
      if (!multiple) this.triggerEvent('change', { chosen: [value] });
      else if (chosen.includes(value))
        this.triggerEvent('change', { chosen: chosen.filter((one) => one !== value) });
      else this.triggerEvent('change', { chosen: [...chosen, value] });
    },
  },
});
