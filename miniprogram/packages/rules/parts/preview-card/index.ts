import { emptyPreview } from '../../previewing';

/** Whom a proposal would decide otherwise: how many from what to what, and who. Says `retry`. */
Component({
  properties: {
    preview: { type: Object, value: emptyPreview },
    large: { type: Boolean, value: false },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});
