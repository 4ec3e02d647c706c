import { newRequestId } from '../../../support/forms';
import { putNotice } from '../../../support/notices';
import { newKey, putFailedPost, putRobot, webhookOf } from '../../../support/robots';
import { putGroup } from '../../../support/wechat-groups';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

const robotIn = ({ township }: World) => {
  const { robot } = putRobot(township);
  return { robotId: robot._id };
};
const actOn = (world: World) => ({ ...robotIn(world), requestId: newRequestId() });

const groupIn = ({ township }: World) => ({ groupId: putGroup(township, township.here)._id });
const noticeIn = ({ township }: World) => ({ noticeId: putNotice(township)._id });
const actOnGroup = (world: World) => ({ ...groupIn(world), requestId: newRequestId(), version: 1 });
/** Each phone gets its own from WeChat: this one is nobody's. */
const cloudId = 'group_nobody-was-there';

export const channels: SamplesOf<'channels'> = {
  messages: () => ({ uses: ['noticeOut', 'noticeReminder'] }),
  keepMessages: () => ({ accepted: ['noticeOut'] }),
  reminderSettings: () => ({}),
  changeReminderSettings: () => ({
    hours: ['09:00', '18:00'],
    times: 4,
    urgentEveryMinutes: 120,
    aDay: 3,
    keptForUrgent: 1,
  }),
  robots: () => ({}),
  robot: robotIn,
  addRobot: ({ township }) => ({
    requestId: newRequestId(),
    gridId: township.here.gridId,
    name: '网格工作群',
    webhook: webhookOf(newKey()),
  }),
  changeRobot: (world) => ({ ...actOn(world), version: 1, name: '新群名', webhook: null }),
  pauseRobot: (world) => ({ ...actOn(world), version: 1, paused: true }),
  removeRobot: (world) => ({ ...actOn(world), version: 1 }),
  testRobot: actOn,
  retryPost: ({ township }) => {
    const { robot } = putRobot(township);
    return { requestId: newRequestId(), robotId: robot._id, postId: putFailedPost(township, robot)._id };
  },
  tick: () => ({}),
  groups: (world) => {
    groupIn(world);
    return {};
  },
  group: groupIn,
  groupHere: () => ({ cloudId }),
  bindGroup: ({ township }) => ({
    requestId: newRequestId(),
    cloudId,
    name: '村民群',
    gridId: township.here.gridId,
    version: 0,
  }),
  changeGroup: (world) => ({ ...actOnGroup(world), name: '新群名', gridId: world.township.here.gridId }),
  unbindGroup: actOnGroup,
  shareTargets: noticeIn,
  markShared: (world) => ({
    ...groupIn(world),
    ...noticeIn(world),
    requestId: newRequestId(),
    shared: true,
  }),
  groupSeen: (world) => ({ ...noticeIn(world), cloudId }),
  paper: noticeIn,
  loudspeaker: () => ({}),
  changeLoudspeaker: () => ({
    from: '08:00',
    until: '20:00',
    times: ['08:00', '12:00', '18:00'],
    urgentEvery: 60,
    days: 3,
  }),
};
