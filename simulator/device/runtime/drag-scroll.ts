interface Point {
  clientX: number;
  clientY: number;
}

const undecidedWithin = 6;

/**
 * Scrolling with a dragging mouse, as a finger does it: the first movement decides the direction, and what lies under
 * the finger and can scroll that way follows it. Answers the function to call with each new point.
 */
export function scrollFrom(target: Element, start: Point): ((point: Point) => void) | undefined {
  // Dragging in a text field selects text, and on a slider moves it.
  if (target.matches('input, textarea')) return undefined;
  let drag: ((distance: Point) => void) | undefined;
  return ({ clientX, clientY }) => {
    const distance = { clientX: start.clientX - clientX, clientY: start.clientY - clientY };
    const [across, down] = [Math.abs(distance.clientX), Math.abs(distance.clientY)];
    if (!drag && Math.max(across, down) > undecidedWithin) drag = dragging(target, across > down);
    drag?.(distance);
  };
}

function dragging(target: Element, across: boolean): (distance: Point) => void {
  const scroller = scrollerAround(target, across);
  if (!scroller) return () => undefined;
  const { scrollLeft, scrollTop } = scroller;
  return ({ clientX, clientY }) => {
    if (across) scroller.scrollLeft = scrollLeft + clientX;
    else scroller.scrollTop = scrollTop + clientY;
  };
}

function scrollerAround(target: Element, across: boolean): Element | undefined {
  for (let at: Element | null = target; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const room = across ? at.scrollWidth - at.clientWidth : at.scrollHeight - at.clientHeight;
    if (room > 0 && ['auto', 'scroll'].includes(across ? overflowX : overflowY)) return at;
  }
  return undefined;
}
