import { drawVillage } from './scene';

/** The one warm thing: in the home header and in empty states, nowhere else. */
Component({
  properties: {
    /** `header` (on indigo) or `paper` */
    on: { type: String, value: 'paper' },
    width: { type: Number, value: 200 },
  },
  data: { source: '' },
  observers: {
    on(on: string) {
      this.setData({ source: drawVillage(on === 'header' ? 'header' : 'paper') });
    },
  },
});
