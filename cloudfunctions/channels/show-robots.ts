import type { RobotPost, RobotView } from '../contracts/robots';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { RobotDocument } from './robot.document';
import { readRobot, readRobots } from './robot.repository';
import { robotView, robotWithPosts } from './robot-view';

/** Those in trouble first, then from the town down. */
export async function listRobots(_input: object, context: Context): Promise<{ robots: RobotView[] }> {
  const robots = await readRobots(context);
  const inTrouble = ({ trouble, status }: RobotDocument): number =>
    Number(trouble !== null && status === 'active');
  return {
    robots: robots
      .sort(
        (a, b) =>
          inTrouble(b) - inTrouble(a) ||
          a.gridPath.length - b.gridPath.length ||
          a.pathNames.join().localeCompare(b.pathNames.join(), 'zh') ||
          a.name.localeCompare(b.name, 'zh'),
      )
      .map(robotView),
  };
}

export async function showRobot(
  { robotId }: { robotId: string },
  context: Context,
): Promise<{ robot: RobotView; posts: RobotPost[] }> {
  const robot = await readRobot(context, robotId);
  if (robot.status === 'removed') throw new AppError('NOT_FOUND', '这个机器人已经移除了');
  return robotWithPosts(robot, context);
}
