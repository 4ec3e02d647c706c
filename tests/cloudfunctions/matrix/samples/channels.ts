import { newRequestId } from '../../../support/forms';
import { newKey, putFailedPost, putRobot, webhookOf } from '../../../support/robots';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

const robotIn = ({ township }: World) => {
  const { robot } = putRobot(township);
  return { robotId: robot._id };
};
const actOn = (world: World) => ({ ...robotIn(world), requestId: newRequestId() });

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
};
