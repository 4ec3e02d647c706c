import { scrollFrom } from './drag-scroll';

interface Place {
  clientX: number;
  clientY: number;
}

interface Point extends Place {
  pageX: number;
  pageY: number;
}

const longPressAfter = 350;
/** A finger never rests quite still; WeChat takes this many px for standing. */
const stillWithin = 10;

/** A mouse acts as a finger: pages and TDesign listen to touches only. */
export function touchWithMouse(): void {
  let target: EventTarget | undefined;
  let finger = false;
  let scroll: ((point: Point) => void) | undefined;
  let start: Point | undefined;
  let dragged = false;
  const send = (type: string, point: Point, ended = false): boolean => {
    if (!target) return false;
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
    return target.dispatchEvent(
      Object.assign(event, { touches, targetTouches: touches, changedTouches: [touch] }),
    );
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
    [start, dragged] = [event, false];
    send('touchstart', event);
    scroll = target instanceof Element ? scrollFrom(target, event) : undefined;
  });
  const lift = (event: MouseEvent): void => {
    send('touchend', event, true);
    target = undefined;
  };
  listen('mousemove', (event) => {
    if (!target) return;
    // The button may have been let go outside of the phone.
    if (event.buttons === 0) {
      lift(event);
      return;
    }
    dragged ||= start !== undefined && distance(start, event) > stillWithin;
    // A page that catches the touch keeps it from scrolling.
    if (send('touchmove', event)) scroll?.(event);
    else scroll = undefined;
  });
  listen('mouseup', lift);
  // Dragging isn't tapping: the phone's own buttons must not hear of it.
  listen('click', (event) => {
    if (dragged) event.stopImmediatePropagation();
    dragged = false;
  });
}

const distance = (from: Place, to: Place): number =>
  Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY);

/** Calls back when a finger has rested long enough on one spot. */
export function watchLongPress(onLongPress: (target: Node, point: { x: number; y: number }) => void): void {
  let timer = 0;
  let start = { clientX: 0, clientY: 0 };
  const cancel = (): void => window.clearTimeout(timer);
  const listen = (
    type: 'touchstart' | 'touchmove',
    listener: (event: TouchEvent, touch: Touch) => void,
  ): void =>
    window.addEventListener(
      type,
      (event) => {
        const touch = event.changedTouches[0];
        if (touch) listener(event, touch);
      },
      { capture: true },
    );
  listen('touchstart', ({ target }, touch) => {
    cancel();
    if (!(target instanceof Node)) return;
    const { clientX, clientY } = touch;
    start = { clientX, clientY };
    timer = window.setTimeout(() => onLongPress(target, { x: clientX, y: clientY }), longPressAfter);
  });
  listen('touchmove', (_, touch) => {
    if (distance(start, touch) > stillWithin) cancel();
  });
  for (const type of ['touchend', 'touchcancel']) window.addEventListener(type, cancel, { capture: true });
}
