const KEY = 'notice-source';

/** Who published what the last notice rested on. */
export type LastSource = { organisation: string; documentNumber: string; date: string };

/** Remembers what was written last on this phone: most notices of a grid rest on the same office's papers. */
export function keepSource(source: LastSource): void {
  try {
    wx.setStorageSync(KEY, source);
  } catch {
    // The phone is full: then it is written anew each time.
    wx.removeStorageSync(KEY);
  }
}

export function lastSource(): LastSource | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'object' && value !== null && 'organisation' in value
    ? (value as LastSource)
    : undefined;
}
