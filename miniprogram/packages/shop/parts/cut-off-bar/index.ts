import { cutOff, type CutOff } from '../../../../shared/cut-off';

const EVERY_MS = 15_000;
/** Per component: what makes it tick. It belongs to no page's data. */
const ticking = new WeakMap<object, number>();

/** Until when one may order. It goes on by itself while the page is shown, and says `over` when the time has come. */
Component({
  properties: { closesAt: { type: String, value: '' } },
  data: { bar: { when: '', left: '', isOver: false } as CutOff },
  observers: {
    closesAt() {
      this.tick();
    },
  },
  lifetimes: {
    attached() {
      this.tick();
      ticking.set(
        this,
        setInterval(() => this.tick(), EVERY_MS),
      );
    },
    detached() {
      const timer = ticking.get(this);
      if (timer !== undefined) clearInterval(timer);
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
