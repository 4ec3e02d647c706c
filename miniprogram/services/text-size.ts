const KEY = 'text-size';
/** WeChat's own font setting: 16 or 17 is standard, the two largest steps start at 20. */
const LARGE_FROM = 20;

const watchers = new Set<(large: boolean) => void>();

/** What the person chose here, or else what WeChat's font setting asks for. */
export function isLargeText(): boolean {
  const chosen: unknown = wx.getStorageSync(KEY);
  if (chosen === 'large' || chosen === 'standard') return chosen === 'large';
  return wx.getAppBaseInfo().fontSizeSetting >= LARGE_FROM;
}

export function chooseLargeText(large: boolean): void {
  wx.setStorageSync(KEY, large ? 'large' : 'standard');
  for (const watcher of watchers) watcher(large);
}

/** Gives a page (or the tab bar) `large`, kept current when it is switched anywhere. */
export const textSize = Behavior({
  data: { large: false },
  lifetimes: {
    attached() {
      const watcher = (large: boolean) => this.setData({ large });
      watchers.add(watcher);
      stops.set(this, () => watchers.delete(watcher));
      if (isLargeText()) watcher(true);
    },
    detached() {
      stops.get(this)?.();
    },
  },
});

const stops = new WeakMap<object, () => void>();
