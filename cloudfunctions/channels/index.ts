import * as cloud from 'wx-server-sdk';
import { channelsContract } from '../contracts/channels';
import { serve } from '../kernel/serve';
import { keepMessages, showOffers } from '../messages/offers';
import { changeReminderSettings, showReminderSettings } from '../messages/settings.repository';
import { addGroupRobot, changeGroupRobot, pauseGroupRobot, removeGroupRobot } from './set-up-robot';
import { listRobots, showRobot } from './show-robots';
import { tick } from './tick';
import { retryPost, testRobot } from './try-robot';

export const main = serve(
  'channels',
  channelsContract,
  {
    messages: showOffers,
    keepMessages,
    reminderSettings: showReminderSettings,
    changeReminderSettings,
    robots: listRobots,
    robot: showRobot,
    addRobot: addGroupRobot,
    changeRobot: changeGroupRobot,
    pauseRobot: pauseGroupRobot,
    removeRobot: removeGroupRobot,
    testRobot,
    retryPost,
    tick,
  },
  cloud,
);
