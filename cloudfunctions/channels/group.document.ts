export const WECHAT_GROUPS = 'wechat_groups';
export const GROUP_SHARES = 'group_shares';

/** A WeChat group that somebody authorised has bound to a grid. Unbound it stays, for its history, and belongs to nobody. */
export type GroupDocument = {
  /** By the kernel, out of WeChat's own id, which is kept nowhere. */
  _id: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  name: string;
  status: 'bound' | 'unbound';
  version: number;
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
};

/** A notice in a group: that it was ticked off as shared there, and by how many phones it was opened there. */
export type ShareDocument = {
  /** `<group>:<notice>` */
  _id: string;
  groupId: string;
  noticeId: string;
  /** When it came to the group: ticked off, or opened there first. */
  at: string;
  /** That moment and the notice in one text: the order of the list. */
  order: string;
  shared: { at: string; by: string; byName: string; requestId: string } | null;
  /** As many as `viewers`: both change in one write, so each phone counts once, whatever comes twice. */
  seen: number;
  /** Hashes: that a phone was here before can be told, whose it is can't. A WeChat group has 500 members at most. */
  viewers: string[];
};

export const shareIdOf = (groupId: string, noticeId: string): string => `${groupId}:${noticeId}`;
