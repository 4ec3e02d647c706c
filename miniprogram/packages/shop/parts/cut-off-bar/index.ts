import { ticking } from '../../../../behaviors/ticking';
import { cutOff, type CutOff } from '../../../../shared/cut-off';

/** Until when one may order. It goes on by itself while the page is shown, and says `over` when the time has come. */
Component({
  behaviors: [ticking],
  properties: { closesAt: { type: String, value: '' } },
  data: { bar: { when: '', left: '', isOver: false } as CutOff },
  observers: {
    closesAt() {
      this.tick();
    },
  },
  methods: {
    tick() {
      if (this.data.closesAt === '') return;
      const bar = cutOff(this.data.closesAt, Date.now());
      const before = this.data.bar;
      if (bar.left === before.left && bar.isOver === before.isOver && bar.when === before.when) return;
      this.setData({ bar });
      if (bar.isOver && before.when !== '') this.triggerEvent('over');
    },
  },
});
