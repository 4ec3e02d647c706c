/**
 * Acts that happen once after a pause, however often they are asked for meanwhile: one a host (a page) at a time. Make it where the act is, outside of the
 * page.
 */
export function afterPause() {
  const waiting = new WeakMap<object, ReturnType<typeof setTimeout>>();
  const stop = (host: object): void => {
    const timer = waiting.get(host);
    if (timer !== undefined) clearTimeout(timer);
    waiting.delete(host);
  };
  const soon = (host: object, act: () => void, pauseMs: number): void => {
    stop(host);
    waiting.set(host, setTimeout(act, pauseMs));
  };
  return { soon, stop };
}
