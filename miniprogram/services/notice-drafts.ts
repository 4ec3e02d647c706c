const PREFIX = 'draft:notice:';

/** A notice that this phone keeps because the cloud does not have all of it yet. `savedAt`: epoch ms */
export type KeptNotice = { requestId: string; draftId: string; title: string; savedAt: number };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Notices that were written on this phone and have not reached the cloud, last written first. */
export function keptNotices(): KeptNotice[] {
  return wx
    .getStorageInfoSync()
    .keys.filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => {
      const value: unknown = wx.getStorageSync(key);
      if (typeof value !== 'object' || value === null) return [];
      const { requestId, draftId, title, savedAt } = value as Record<string, unknown>;
      return [
        {
          requestId: text(requestId),
          draftId: text(draftId),
          title: text(title),
          savedAt: Number(savedAt),
        },
      ];
    })
    .sort((a, b) => b.savedAt - a.savedAt);
}
