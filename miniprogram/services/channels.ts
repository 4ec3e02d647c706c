import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { NOTICE_KINDS, type NoticeKindName } from '../shared/labels';
import { noticeUrl } from '../shared/notice-words';
import { call } from './cloud';

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

/** Opened from a card in a group's chat: WeChat's numbers for it. */
const FROM_GROUP = [1008, 1044];

/** What stands for the group in whose chat the mini-program was opened, for the cloud only; undefined when it was opened elsewhere. Good for five minutes. */
export function groupEntered(): Promise<string | undefined> {
  return new Promise((resolve) => {
    if (!FROM_GROUP.includes(wx.getEnterOptionsSync().scene)) resolve(undefined);
    else
      wx.getGroupEnterInfo({
        success: ({ cloudID }) => resolve(cloudID),
        fail: () => resolve(undefined),
      });
  });
}

/** Tells from which WeChat group a notice was opened, if it was. Nothing is shown of it, and nothing breaks when it fails. */
export async function seenFromGroup(noticeId: string): Promise<void> {
  const cloudId = await groupEntered();
  if (noticeId === '' || cloudId === undefined) return;
  // A number in a list: not worth a word to whoever reads.
  await call('channels', 'groupSeen', { noticeId, cloudId }, 'safe').catch(() => undefined);
}

type Channels = Contracts['channels'];

/** The WeChat groups of my grids, those without a notice for longest first. */
export const listGroups = async () => (await call('channels', 'groups', {}, 'safe')).groups;
/** One of them with the notices that came there; `after` is the last page's `next`. */
export const readGroup = (groupId: string, after?: string) =>
  call('channels', 'group', { groupId, ...(after !== undefined && { after }) }, 'safe');
/** The group in whose chat I am, from `groupEntered`. */
export const readGroupHere = (cloudId: string) => call('channels', 'groupHere', { cloudId }, 'safe');
export const bindGroup = (form: InputOf<Channels['bindGroup']>) =>
  call('channels', 'bindGroup', form, 'safe');
export const changeGroup = (form: InputOf<Channels['changeGroup']>) =>
  call('channels', 'changeGroup', form, 'safe');
export const unbindGroup = (seen: InputOf<Channels['unbindGroup']>) =>
  call('channels', 'unbindGroup', seen, 'safe');

/** Into which groups of mine a notice goes, and which have it. */
export const listShareTargets = (noticeId: string) => call('channels', 'shareTargets', { noticeId }, 'safe');
/** Ticks a notice off in a group, or takes the tick back. */
export const markShared = (mark: InputOf<Channels['markShared']>) =>
  call('channels', 'markShared', mark, 'safe');

/** What a poster and the loudspeaker need of a notice; only a poster its code. */
export const readPaper = (noticeId: string, withCode: boolean) =>
  call('channels', 'paper', { noticeId, withCode }, 'safe');
export const readLoudspeakerRules = () => call('channels', 'loudspeaker', {}, 'safe');
export const changeLoudspeakerRules = (rules: InputOf<Channels['changeLoudspeaker']>) =>
  call('channels', 'changeLoudspeaker', rules, 'safe');
