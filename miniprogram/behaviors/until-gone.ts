const stops = new WeakMap<object, (() => void)[]>();

/** What a page began and has to end with it: somebody to be told of changes, a timer. */
export const untilGone = Behavior({
  lifetimes: {
    detached() {
      for (const stop of stops.get(this) ?? []) stop();
      stops.delete(this);
    },
  },
  methods: {
    untilGone(stop: () => void): void {
      stops.set(this, [...(stops.get(this) ?? []), stop]);
    },
  },
});
