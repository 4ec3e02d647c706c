import { untilGone } from './until-gone';

const EVERY_MS = 15_000;

/** A component that shows how long there is still: it looks at the clock as long as it is there. It brings `tick()`. */
export const ticking = Behavior({
  behaviors: [untilGone],
  lifetimes: {
    attached() {
      this.tick();
      const timer = setInterval(() => this.tick(), EVERY_MS);
      this.untilGone(() => clearInterval(timer));
    },
  },
  methods: {
    tick(): void {
      throw new Error('A component that ticks brings its own tick()');
    },
  },
});
