import type { RobotPost, RobotView } from '../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../shared/dates';
import { shortPlace } from '../../shared/places';

type Tag = { text: string; tone: 'green' | 'amber' | 'red' | 'grey' };

export const robotTag = ({ status, trouble, lastSentAt }: RobotView): Tag => {
  if (status === 'paused') return { text: '停着', tone: 'grey' };
  if (trouble !== null) return { text: '没发出去', tone: 'red' };
  return lastSentAt === null ? { text: '还没发过', tone: 'amber' } : { text: '正常', tone: 'green' };
};

/** What it did last, or what keeps it from it. */
export const latelyOf = ({ status, trouble, lastSentAt }: RobotView, now: Moment): string => {
  if (status === 'active' && trouble !== null) return trouble.reason;
  return lastSentAt === null ? '发一条测试，看群里收不收得到' : `上次发出：${momentText(lastSentAt, now)}`;
};

export const robotCard = (robot: RobotView, now: Moment) => ({
  robotId: robot.robotId,
  name: robot.name,
  place: shortPlace(robot.place),
  tag: robotTag(robot),
  lately: latelyOf(robot, now),
});
export type RobotCard = ReturnType<typeof robotCard>;

const PREFIXES = { out: '', withdrawn: '撤回：', test: '' } as const;

/** One line that it posted, or is to. Only what was given up can be sent again. */
export const postRow = (post: RobotPost, now: Moment) => ({
  postId: post.postId,
  title: PREFIXES[post.what] + post.title,
  tag: postTag(post),
  when: post.sentAt === null ? momentText(post.at, now) : `${momentText(post.sentAt, now)} 发出`,
  reason: post.status === 'sent' ? '' : (post.reason ?? ''),
  again: post.status === 'failed' && post.what !== 'test',
});
export type PostRow = ReturnType<typeof postRow>;

function postTag({ status, tries }: RobotPost): Tag {
  switch (status) {
    case 'sent':
      return { text: '已发', tone: 'green' };
    case 'failed':
      return { text: '没发出去', tone: 'red' };
    case 'dropped':
      return { text: '不发了', tone: 'grey' };
    default:
      return tries === 0
        ? { text: '马上发', tone: 'grey' }
        : { text: `试了 ${tries} 次，还在试`, tone: 'amber' };
  }
}
