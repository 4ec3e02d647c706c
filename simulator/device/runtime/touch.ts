interface Point {
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

const longPressAfter = 350;

/** A mouse acts as a finger: pages and TDesign listen to touches only. */
export function touchWithMouse(): void {
  let target: EventTarget | undefined;
  let finger = false;
  const send = (type: string, point: Point, ended = false): void => {
    if (!target) return;
    const touch = {
      identifier: 9,
      clientX: point.clientX,
      clientY: point.clientY,
      pageX: point.pageX,
      pageY: point.pageY,
      target,
    };
    const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
    const touches = ended ? [] : [touch];
    target.dispatchEvent(Object.assign(event, { touches, targetTouches: touches, changedTouches: [touch] }));
  };
  const listen = <K extends keyof WindowEventMap>(
    type: K,
    listener: (event: WindowEventMap[K]) => void,
  ): void => window.addEventListener(type, listener, { capture: true });

  listen('touchstart', (event) => {
    if (event.isTrusted) finger = true;
  });
  listen('mousedown', (event) => {
    if (finger || event.button !== 0) return;
    target = event.target ?? undefined;
    send('touchstart', event);
  });
  listen('mousemove', (event) => send('touchmove', event));
  listen('mouseup', (event) => {
    send('touchend', event, true);
    target = undefined;
  });
}

/** Calls back when a finger has rested long enough on one spot. */
export function watchLongPress(onLongPress: (target: Node, point: { x: number; y: number }) => void): void {
  let timer = 0;
  const cancel = (): void => window.clearTimeout(timer);
  window.addEventListener(
    'touchstart',
    (event) => {
      cancel();
      const touch = event.changedTouches[0];
      const { target } = event;
      if (!touch || !(target instanceof Node)) return;
      const point = { x: touch.clientX, y: touch.clientY };
      timer = window.setTimeout(() => onLongPress(target, point), longPressAfter);
    },
    { capture: true },
  );
  for (const type of ['touchmove', 'touchend', 'touchcancel'])
    window.addEventListener(type, cancel, { capture: true });
}
