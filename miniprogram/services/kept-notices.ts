import type { NoticeText } from '../components/notice-text/view';

/** A notice that was opened on this phone, to be read without a network. `keptAt`: epoch ms. */
export type KeptNotice = {
  notice: NoticeText & { noticeId: string; wanted: 'read' | 'confirm' };
  gridId: string;
  /** My household got it, so that it can be confirmed; false for what came by a card. */
  mine: boolean;
  /** What was asked is done here. */
  done: boolean;
  shareKey: string;
  keptAt: number;
};

const INDEX = 'kept-notices';
/** A notice takes a few kilobytes, its pictures lie elsewhere; a phone gives ten megabytes. */
const MOST = 60;

const keyOf = (noticeId: string): string => `notice:${noticeId}`;

/** Ids of what is kept, last opened first. */
function readIndex(): string[] {
  const value: unknown = wx.getStorageSync(INDEX);
  return Array.isArray(value) ? (value as string[]) : [];
}

export function readKeptNotice(noticeId: string): KeptNotice | undefined {
  const value: unknown = wx.getStorageSync(keyOf(noticeId));
  return typeof value === 'object' && value !== null && 'notice' in value ? (value as KeptNotice) : undefined;
}

/** Everything that can be read without a network, last opened first. */
export const keptNotices = (): KeptNotice[] => readIndex().flatMap((id) => readKeptNotice(id) ?? []);

/** Keeps a notice as it is now, in place of what was kept of it; the one opened longest ago makes room. */
export function keepNotice(kept: KeptNotice): void {
  const { noticeId } = kept.notice;
  const others = readIndex().filter((id) => id !== noticeId);
  for (const id of others.splice(MOST - 1)) wx.removeStorageSync(keyOf(id));
  for (;;) {
    try {
      wx.setStorageSync(keyOf(noticeId), kept);
      wx.setStorageSync(INDEX, [noticeId, ...others]);
      return;
    } catch {
      // The phone is full: without room even for one, notices need the network.
      const oldest = others.pop();
      if (oldest === undefined) return;
      wx.removeStorageSync(keyOf(oldest));
    }
  }
}

export function dropKeptNotice(noticeId: string): void {
  const others = readIndex().filter((id) => id !== noticeId);
  wx.setStorageSync(INDEX, others);
  wx.removeStorageSync(keyOf(noticeId));
}
