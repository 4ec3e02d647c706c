const KEY = 'unread-notices';
const watchers = new Set<(count: number) => void>();

/** How many notices nobody of my household has opened, as last heard; kept on this phone for the mark on the tab. */
export function unreadNotices(): number {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'number' ? value : 0;
}

export function keepUnread(count: number): void {
  if (count === unreadNotices()) return;
  wx.setStorageSync(KEY, count);
  for (const watcher of watchers) watcher(count);
}

/** Tells whenever the count changes; answers how to stop. */
export function watchUnread(watcher: (count: number) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
