export const ROBOTS = 'group_robots';
export const ROBOT_POSTS = 'robot_posts';

/** 工作群机器人 */
export type RobotDocument = {
  _id: string;
  /** What its group is called. */
  name: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  /** The key of its webhook, sealed; null once it is removed. */
  key: string | null;
  keyEnd: string;
  /** No group gets everything twice: one key stands in one place. Its own id once it is removed. */
  keyIndex: string;
  status: 'active' | 'paused' | 'removed';
  lastSentAt: string | null;
  trouble: { since: string; reason: string } | null;
  version: number;
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
};

/** One line that a robot is to post. What it says is made when it leaves, from the notice as it is then. */
export type PostDocument = {
  /** `<notice>:<robot>:<what>`, so that publishing twice posts once; of a test its own. */
  _id: string;
  robotId: string;
  gridPath: string[];
  noticeId: string | null;
  title: string;
  what: 'out' | 'withdrawn' | 'test';
  status: 'waiting' | 'sent' | 'failed' | 'dropped';
  tries: number;
  /** When the timer has to look at it; empty for never. */
  wakesAt: string;
  at: string;
  sentAt: string | null;
  reason: string | null;
};
