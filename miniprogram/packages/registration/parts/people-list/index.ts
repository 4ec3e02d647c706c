import type { PersonRow } from '../../person-rows';

/** The people of a household, each with what is known; pressing one opens it when the list is for editing. */
Component({
  properties: {
    rows: { type: Array, value: [] as PersonRow[] },
    editable: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    edit(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      if (this.data.editable) this.triggerEvent('edit', { index: event.currentTarget.dataset.index });
    },
  },
});
