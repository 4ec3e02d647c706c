import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Moment, NoticeId, NoticeKind, NoticeStatus } from './notice';
import { words } from './text';

/** Who may say that a WeChat group is the group of a grid of theirs. */
const KEEPERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;
const Count = z.number().int();

const GroupId = z.string('缺少群编号').regex(/^g[a-f0-9]{24}$/, '群编号不对');
/** What the phone got from WeChat for the group whose card it opened; only WeChat can say which group it is. */
const CloudId = z.string('缺少群信息').min(1, '缺少群信息').max(512);
const Form = {
  requestId: RequestId,
  /** By hand: WeChat tells nobody what a group is called. */
  name: words('群名', { max: 30 }),
  gridId: GridId,
};

/** A WeChat group of a grid, and what was shared there in the last 30 days. */
export const GroupView = z.object({
  groupId: GroupId,
  name: z.string(),
  gridId: GridId,
  /** 青石镇 柳溪村 三组 */
  place: z.string(),
  boundBy: z.string(),
  notices: Count,
  seen: Count,
  /** When a notice came there last; null when none did. */
  lastAt: Moment.nullable(),
  version: Count,
});
export type GroupView = z.infer<typeof GroupView>;

/** A notice in a group. */
const ShareRow = z.object({
  noticeId: NoticeId,
  kind: NoticeKind,
  title: z.string(),
  status: NoticeStatus,
  /** When it came to the group: ticked off, or opened there first. */
  at: Moment,
  /** Who ticked it off; null when it is known only because it was opened there. */
  sharedBy: z.string().nullable(),
  /** Phones that opened it there, each once. */
  seen: Count,
});
export type ShareRow = z.infer<typeof ShareRow>;

/** A group that a notice is for. */
const ShareTarget = z.object({
  groupId: GroupId,
  name: z.string(),
  place: z.string(),
  /** More people are in it than the notice is for: a village's group, for a notice to one team. */
  wider: z.boolean(),
  /** When it was ticked off, and by whom; null while it wasn't. */
  sharedAt: Moment.nullable(),
  sharedBy: z.string().nullable(),
  seen: Count,
});
export type ShareTarget = z.infer<typeof ShareTarget>;

/** 微信群: which group is whose, and what was shared there. */
export const groupActions = {
  /** The groups of my grids, those without a notice for longest first. */
  groups: {
    access: KEEPERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ groups: z.array(GroupView) }),
  },
  /** One of them, with the notices that came there, newest first. */
  group: {
    access: KEEPERS,
    audit: 'none',
    input: z.object({ groupId: GroupId, after: z.string().max(120).optional() }),
    output: z.object({ group: GroupView, rows: z.array(ShareRow), next: z.string().nullable() }),
  },
  /** The group in whose chat I opened the mini-program: not bound yet, bound to a grid of mine, or bound elsewhere. */
  groupHere: {
    access: KEEPERS,
    audit: 'none',
    input: z.object({ cloudId: CloudId }),
    output: z.object({ group: GroupView.nullable(), boundElsewhere: z.boolean() }),
  },
  /** Binds that group to a grid of mine. `version` 0 for one that is not bound. */
  bindGroup: {
    access: KEEPERS,
    audit: 'personal',
    input: z.object({ ...Form, cloudId: CloudId, version: z.number().int().min(0) }),
    output: GroupView,
  },
  /** Another name, or another grid of mine. */
  changeGroup: {
    access: KEEPERS,
    audit: 'personal',
    input: z.object({ ...Form, groupId: GroupId, version: z.number().int().min(1) }),
    output: GroupView,
  },
  unbindGroup: {
    access: KEEPERS,
    audit: 'personal',
    input: z.object({ requestId: RequestId, groupId: GroupId, version: z.number().int().min(1) }),
    output: z.object({}),
  },
  /** Into which groups of mine a notice goes, and which have been given it. */
  shareTargets: {
    access: KEEPERS,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({
      noticeId: NoticeId,
      kind: NoticeKind,
      title: z.string(),
      /** For the card's address; null for what only some households are told, which goes into no group. */
      shareKey: z.string().nullable(),
      groups: z.array(ShareTarget),
    }),
  },
  /** 发过了, ticked off by whoever shared it, for WeChat doesn't tell; or the tick taken back. */
  markShared: {
    access: KEEPERS,
    audit: 'none',
    input: z.object({ requestId: RequestId, noticeId: NoticeId, groupId: GroupId, shared: z.boolean() }),
    output: ShareTarget,
  },
  /** A notice was opened in a group's chat. Counted once for each phone, and only where the group is known. */
  groupSeen: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 120, perSeconds: 3600, counted: 'instance' },
    input: z.object({ noticeId: NoticeId, cloudId: CloudId }),
    output: z.object({}),
  },
} satisfies Contract;
