/** What a form holds before it is sent, kept on this phone only. `savedAt`: epoch ms. */
export type Draft = { savedAt: number };

const storageKey = (name: string) => `draft:${name}`;

/** The draft of that name, or undefined: never saved, removed, or written by an older version of the form. */
export function readDraft<T extends Draft>(
  name: string,
  isCurrent: (value: object) => value is T,
): T | undefined {
  const value: unknown = wx.getStorageSync(storageKey(name));
  return typeof value === 'object' && value !== null && isCurrent(value) ? value : undefined;
}

/** Keeps the draft and says when. Throws when the phone's storage is full: then the form must say so. */
export function saveDraft<T extends Draft>(name: string, draft: T): T {
  const saved = { ...draft, savedAt: Date.now() };
  wx.setStorageSync(storageKey(name), saved);
  return saved;
}

export function removeDraft(name: string): void {
  wx.removeStorageSync(storageKey(name));
}

/** When the draft of that name was last saved, in epoch ms; 0 when there is none. */
export function draftSavedAt(name: string): number {
  const value: unknown = wx.getStorageSync(storageKey(name));
  const found = typeof value === 'object' && value !== null && 'savedAt' in value ? value.savedAt : 0;
  return typeof found === 'number' ? found : 0;
}
