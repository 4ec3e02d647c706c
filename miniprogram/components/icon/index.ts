import { drawIcon } from './drawings';

/** A drawing beside words. It is never alone: the words next to it (or the control's aria-label) say what it means. */
Component({
  properties: {
    name: { type: String, value: '' },
    /** brand, ink, grey, white, green, amber or red */
    tone: { type: String, value: 'brand' },
    /** Side in px. */
    size: { type: Number, value: 24 },
  },
  data: { source: '' },
  observers: {
    'name, tone'(name: string, tone: string) {
      this.setData({ source: drawIcon(name, tone) });
    },
  },
});
