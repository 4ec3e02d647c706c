import { drawVillage } from './scene';

/** The one warm thing: in the home header and in empty states, nowhere else. */
Component({
  properties: {
    /** `header` (on indigo) or `paper` */
    on: { type: String, value: 'paper' },
    width: { type: Number, value: 200 },
  },
  // An observer may stay silent for a value that equals the default, so the default is drawn at once.
  data: { source: drawVillage('paper') },
  observers: {
    on(on: string) {
      this.setData({ source: drawVillage(on === 'header' ? 'header' : 'paper') });
    },
  },
});
