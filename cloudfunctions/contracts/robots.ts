import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Moment, NoticeId } from './notice';
import { words } from './text';

/** Who may speak for a grid may say what is posted into its work groups. */
const WRITERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;

const RobotId = z.string('缺少机器人编号').regex(/^[A-Za-z0-9_-]{1,64}$/, '机器人编号不对');
const PostId = z.string('缺少消息编号').regex(/^[A-Za-z0-9_:-]{1,200}$/, '消息编号不对');
const Act = { requestId: RequestId, robotId: RobotId };
const Change = { ...Act, version: z.number().int().min(1) };

/** 群机器人: as WeCom shows it to whoever adds one. Nothing is ever posted anywhere else. */
const Webhook = z
  .string('请粘贴机器人的地址')
  .trim()
  .regex(
    /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
    '这不是群机器人的地址。请在企业微信群里点开机器人，把「Webhook 地址」整条复制过来',
  );
const GroupName = words('群名', { max: 30 });

export const RobotView = z.object({
  robotId: RobotId,
  /** What its group is called. */
  name: z.string(),
  gridId: GridId,
  place: z.string(),
  /** The last characters of its key, to tell it from another; the address itself is never shown again. */
  keyEnd: z.string(),
  status: z.enum(['active', 'paused']),
  lastSentAt: Moment.nullable(),
  /** Something did not arrive, and nothing has since. */
  trouble: z.object({ since: Moment, reason: z.string() }).nullable(),
  version: z.number().int(),
});
export type RobotView = z.infer<typeof RobotView>;

/** waiting 等着发, sent 已发, failed 没发出去 (given up), dropped 不发了 */
export const PostStatus = z.enum(['waiting', 'sent', 'failed', 'dropped']);
export const RobotPost = z.object({
  postId: PostId,
  what: z.enum(['out', 'withdrawn', 'test']),
  noticeId: NoticeId.nullable(),
  title: z.string(),
  status: PostStatus,
  at: Moment,
  sentAt: Moment.nullable(),
  tries: z.number().int(),
  /** Why the last try failed. */
  reason: z.string().nullable(),
});
export type RobotPost = z.infer<typeof RobotPost>;

const RobotWithPosts = z.object({ robot: RobotView, posts: z.array(RobotPost) });

/** 工作群机器人: a webhook for each work group, bound to a grid. */
export const robotActions = {
  /** Robots of my grids, those in trouble first. */
  robots: {
    access: WRITERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ robots: z.array(RobotView) }),
  },
  /** One of them, with what it posted last. */
  robot: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ robotId: RobotId }),
    output: RobotWithPosts,
  },
  addRobot: {
    access: WRITERS,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ requestId: RequestId, gridId: GridId, name: GroupName, webhook: Webhook }),
    output: RobotView,
  },
  /** Another name, or a new address where one was given. */
  changeRobot: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ ...Change, name: GroupName, webhook: Webhook.nullable() }),
    output: RobotView,
  },
  /** 停一停, or 接着发 */
  pauseRobot: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ ...Change, paused: z.boolean() }),
    output: RobotView,
  },
  /** Its address is forgotten. */
  removeRobot: {
    access: WRITERS,
    audit: 'personal',
    input: z.object(Change),
    output: z.object({}),
  },
  /** A line into the group, to see that it arrives. */
  testRobot: {
    access: WRITERS,
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z.object(Act),
    output: RobotWithPosts,
  },
  /** Tries once more what was given up. */
  retryPost: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ ...Act, postId: PostId }),
    output: RobotWithPosts,
  },
} satisfies Contract;
