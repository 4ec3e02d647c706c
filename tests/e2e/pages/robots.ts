import { type PostDocument, ROBOT_POSTS } from '../../../cloudfunctions/channels/robot.document';
import { putFailedPost, putRobot } from '../../support/robots';
import type { Town } from '../town';
import { placed } from './publishing';
import { at, LEADER, OFFICER, type PageVisit } from './visit';

const TROUBLE = {
  since: '2026-11-22T09:00:00+08:00',
  reason: '机器人已经不在群里，或者地址作废了。请在群里重新添加，再换成新地址',
};

function robotOf(town: Town): string {
  const { robot } = putRobot(placed(town), { trouble: TROUBLE, lastSentAt: '2026-11-21T18:02:00+08:00' });
  const failed = putFailedPost(town, robot);
  const sent: PostDocument = {
    ...failed,
    _id: `${failed._id}-sent`,
    title: '三组明天停水',
    status: 'sent',
    tries: 1,
    at: '2026-11-21T18:01:00+08:00',
    sentAt: '2026-11-21T18:02:00+08:00',
    reason: null,
  };
  town.simulator.database.insertMany(ROBOT_POSTS, [sent]);
  return robot._id;
}

function robots(town: Town): string {
  robotOf(town);
  putRobot(placed(town), { name: '三组邻里互助群', lastSentAt: '2026-11-22T08:02:00+08:00' });
  return '/packages/channels/robots/index';
}

/** Robots of work groups, and when households are reminded. */
export const ROBOT_PAGES: PageVisit[] = [
  {
    name: 'robots-none',
    openid: LEADER,
    route: at('/packages/channels/robots/index'),
    shows: '加一个机器人',
  },
  { name: 'robots', openid: OFFICER, route: robots, shows: '几点提醒没看通知的住户' },
  {
    name: 'robot',
    openid: LEADER,
    route: (town) => `/packages/channels/robot/index?robotId=${robotOf(town)}`,
    shows: '再发一次',
  },
  {
    name: 'robot-form',
    openid: LEADER,
    route: at('/packages/channels/robot-form/index'),
    shows: '加这个机器人',
  },
  {
    name: 'robot-change',
    openid: LEADER,
    route: (town) => `/packages/channels/robot-form/index?robotId=${putRobot(placed(town)).robot._id}`,
    shows: '存下修改',
  },
  {
    name: 'reminding',
    openid: OFFICER,
    route: at('/packages/channels/town-rules/index?about=reminding'),
    shows: '几点提醒',
  },
  {
    name: 'loudspeaker-hours',
    openid: OFFICER,
    route: at('/packages/channels/town-rules/index?about=loudspeaker'),
    shows: '最晚播到几点',
  },
];
