import type { RobotPost, RobotView } from '../../../../cloudfunctions/contracts/index';
import type { Moment } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { latelyOf, postRow, robotTag } from '../robot-words';

/** A robot as its page shows it. */
export const robotPage = ({ robot, posts }: { robot: RobotView; posts: RobotPost[] }, now: Moment) => ({
  version: robot.version,
  name: robot.name,
  tag: robotTag(robot),
  isPaused: robot.status === 'paused',
  trouble: robot.status === 'active' ? (robot.trouble?.reason ?? '') : '',
  lately: latelyOf(robot, now),
  facts: [
    { label: '网格', value: shortPlace(robot.place) },
    { label: '地址', value: `尾号 ${robot.keyEnd}，已加密保存` },
  ],
  posts: posts.map((post) => postRow(post, now)),
});
export type RobotPage = ReturnType<typeof robotPage>;
