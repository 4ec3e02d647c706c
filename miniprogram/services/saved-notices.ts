import { listSaved, saveNotice } from './notices';

const KEY = 'saved-notices';

/** Which notices I saved, as this phone last heard; undefined before it heard anything. */
function readIds(): string[] | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return Array.isArray(value) ? (value as string[]) : undefined;
}

/** What I saved, from the cloud: on a new phone too. */
export async function savedNotices() {
  const rows = await listSaved();
  const ids = rows.map(({ noticeId }) => noticeId);
  wx.setStorageSync(KEY, ids);
  return rows;
}

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
