import { element } from './element';
import type { OpenPage } from './page';

const triggerAt = 60;
const openHeight = 56;

export interface Refresher {
  start(): void;
  stop(): void;
}

/** Pull-down refresh: the gesture at the top of a page that enables it, and wx.start/stopPullDownRefresh. */
export function attachRefresher(page: OpenPage): Refresher {
  const head = element('div', 'page-refresher', [element('i'), element('i'), element('i')]);
  page.frame.prepend(head);
  let from: number | undefined;
  let refreshing = false;

  const show = (height: number): void => {
    head.style.height = `${height}px`;
  };
  const start = (): void => {
    if (refreshing) return;
    refreshing = true;
    show(openHeight);
    page.run('onPullDownRefresh');
  };
  const stop = (): void => {
    refreshing = false;
    show(0);
  };

  page.scroller.addEventListener('touchstart', ({ touches }) => {
    const enabled = page.window.enablePullDownRefresh === true && !refreshing;
    from = enabled && page.scroller.scrollTop <= 0 ? touches[0]?.clientY : undefined;
  });
  page.scroller.addEventListener('touchmove', ({ touches }) => {
    const at = touches[0]?.clientY;
    if (from !== undefined && at !== undefined) show(Math.max(0, Math.min(100, (at - from) / 2)));
  });
  page.scroller.addEventListener('touchend', ({ changedTouches }) => {
    const at = changedTouches[0]?.clientY;
    if (from === undefined || at === undefined) return;
    const pulled = at - from;
    from = undefined;
    if (pulled > triggerAt) start();
    else show(0);
  });
  return { start, stop };
}
