import type { SavedRow } from '../../cloudfunctions/contracts/index';
import { CloudError } from './cloud';
import { type KeptNotice, readKeptNotice } from './kept-notices';
import { listSaved, saveNotice } from './notices';

const KEY = 'saved-notices';

/** Which notices I saved, as this phone last heard; undefined before it heard anything. */
function readIds(): string[] | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return Array.isArray(value) ? (value as string[]) : undefined;
}

type Row = Omit<SavedRow, 'place'>;

/** What I saved, from the cloud, on a new phone too; without a network what of it was opened here. `fresh`: it is from the cloud. */
export async function savedNotices(): Promise<{ rows: Row[]; fresh: boolean }> {
  try {
    const rows = await listSaved();
    const ids = rows.map(({ noticeId }) => noticeId);
    wx.setStorageSync(KEY, ids);
    return { rows, fresh: true };
  } catch (error) {
    const rows = (readIds() ?? []).flatMap((id) => readKeptNotice(id) ?? []).map(keptRow);
    if (!(error instanceof CloudError) || error.code !== 'NETWORK' || rows.length === 0) throw error;
    return { rows, fresh: false };
  }
}

/** A notice of this phone as a row of a list. */
export const keptRow = ({ notice }: KeptNotice): Row => ({
  noticeId: notice.noticeId,
  kind: notice.kind,
  title: notice.title,
  organisation: notice.source.organisation,
  publishedAt: notice.publishedAt ?? '',
  status: notice.status,
});

/** Whether I saved it. The cloud is asked once a phone; afterwards the phone knows. */
export async function isSaved(noticeId: string): Promise<boolean> {
  if (readIds() === undefined) await savedNotices();
  return readIds()?.includes(noticeId) ?? false;
}

export async function chooseSaved(noticeId: string, saved: boolean): Promise<void> {
  await saveNotice(noticeId, saved);
  const others = (readIds() ?? []).filter((id) => id !== noticeId);
  wx.setStorageSync(KEY, saved ? [noticeId, ...others] : others);
}
