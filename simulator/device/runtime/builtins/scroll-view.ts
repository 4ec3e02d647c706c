import { element } from '../element';
import type { Builtin, BuiltinNode, Watchers } from './definition';
import { textOf } from './text-of';

export const scrollView: Builtin[] = [
  {
    name: 'scroll-view',
    attributes: ['scrollX', 'scrollY', 'enableFlex', 'showScrollbar'],
    properties: {
      type: String,
      scrollX: Boolean,
      scrollY: Boolean,
      upperThreshold: { type: null, value: 50 },
      lowerThreshold: { type: null, value: 50 },
      scrollTop: null,
      scrollLeft: null,
      scrollIntoView: String,
      scrollIntoViewOffset: Number,
      scrollIntoViewAlignment: String,
      scrollWithAnimation: Boolean,
      enableBackToTop: Boolean,
      enablePassive: null,
      enhanced: Boolean,
      bounces: { type: Boolean, value: true },
      showScrollbar: { type: Boolean, value: true },
      pagingEnabled: Boolean,
      fastDeceleration: Boolean,
      enableFlex: Boolean,
      scrollAnchoring: Boolean,
      refresherEnabled: Boolean,
      refresherThreshold: { type: Number, value: 45 },
      refresherDefaultStyle: String,
      refresherBackground: String,
      refresherTriggered: Boolean,
      usingSticky: Boolean,
      cacheExtent: Number,
      clip: null,
    },
    setup(node) {
      reportEdges(node);
      return { ...positioning(node), ...refreshing(node) };
    },
  },
];

/** scroll, scrolltolower and scrolltoupper events. */
function reportEdges(node: BuiltinNode): void {
  const { host } = node;
  let last = { top: 0, left: 0, lower: false, upper: true };
  host.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host;
    const horizontal = node.flag('scrollX');
    const [at, size, room] = horizontal
      ? [scrollLeft, clientWidth, scrollWidth]
      : [scrollTop, clientHeight, scrollHeight];
    const lower = room - size - at <= (parseFloat(node.text('lowerThreshold')) || 0);
    const upper = at <= (parseFloat(node.text('upperThreshold')) || 0);
    const [deltaX, deltaY] = [last.left - scrollLeft, last.top - scrollTop];
    node.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    if (lower && !last.lower) node.fire('scrolltolower', { direction: horizontal ? 'right' : 'bottom' });
    if (upper && !last.upper) node.fire('scrolltoupper', { direction: horizontal ? 'left' : 'top' });
    last = { top: scrollTop, left: scrollLeft, lower, upper };
  });
}

function positioning(node: BuiltinNode): Watchers {
  const { host } = node;
  const scroll = (place: ScrollToOptions): void => {
    // The content may be drawn in the same update that asks to scroll to it.
    requestAnimationFrame(() => {
      host.scrollTo({ ...place, behavior: node.flag('scrollWithAnimation') ? 'smooth' : 'auto' });
    });
  };
  return {
    scrollTop: (top) => {
      if (top !== null && top !== '') scroll({ top: parseFloat(textOf(top)) });
    },
    scrollLeft: (left) => {
      if (left !== null && left !== '') scroll({ left: parseFloat(textOf(left)) });
    },
    scrollIntoView: (id) => {
      if (id === '') return;
      requestAnimationFrame(() => {
        const name = CSS.escape(textOf(id));
        const target = host.querySelector(`:is([id="${name}"], [id$="--${name}"])`);
        if (!target) return;
        const [inner, outer] = [target.getBoundingClientRect(), host.getBoundingClientRect()];
        const offset = node.number('scrollIntoViewOffset') || 0;
        scroll({
          top: host.scrollTop + inner.top - outer.top + offset,
          left: host.scrollLeft + inner.left - outer.left,
        });
      });
    },
  };
}

/** The refresher of a scroll-view that enables one: pulled at its top, closed by `refresher-triggered`. */
function refreshing(node: BuiltinNode): Watchers {
  const { host } = node;
  const head = element('div', 'page-refresher', [element('i'), element('i'), element('i')]);
  let from: number | undefined;
  host.addEventListener('touchstart', ({ touches: [touch] }) => {
    from = node.flag('refresherEnabled') && host.scrollTop <= 0 ? touch?.clientY : undefined;
  });
  host.addEventListener('touchmove', ({ touches: [touch] }) => {
    if (from === undefined || !touch) return;
    const pulled = Math.max(0, (touch.clientY - from) / 2);
    head.style.height = `${Math.min(80, pulled)}px`;
    if (pulled > 0) node.fire('refresherpulling', { dy: pulled });
  });
  host.addEventListener('touchend', ({ changedTouches: [touch] }) => {
    if (from === undefined || !touch) return;
    const pulled = (touch.clientY - from) / 2;
    from = undefined;
    if (pulled >= node.number('refresherThreshold')) {
      node.set({ refresherTriggered: true });
      node.fire('refresherrefresh', { dy: pulled });
    } else {
      head.style.height = '0';
      if (pulled > 0) node.fire('refresherabort', { dy: pulled });
    }
  });
  return {
    refresherEnabled: (enabled) => {
      if (enabled === true) host.prepend(head);
      else head.remove();
    },
    refresherTriggered: (triggered) => {
      if (triggered !== true && head.style.height !== '' && head.style.height !== '0px')
        node.fire('refresherrestore');
      head.style.height = triggered === true ? '48px' : '0';
    },
  };
}
