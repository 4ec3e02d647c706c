import * as cloud from 'wx-server-sdk';
import { channelsContract } from '../contracts/channels';
import { serve } from '../kernel/serve';
import { keepMessages, showOffers } from '../messages/offers';
import { reminderSettings } from '../messages/reminder-settings';
import { bindGroup, renameGroup, showGroupHere, unbindGroup } from './bind-group';
import { countSeen } from './count-seen';
import { listGroups, showGroup } from './list-groups';
import { loudspeakerRules } from './loudspeaker';
import { addGroupRobot, changeGroupRobot, pauseGroupRobot, removeGroupRobot } from './set-up-robot';
import { listShareTargets, markShared } from './share-notice';
import { showPaper } from './show-paper';
import { listRobots, showRobot } from './show-robots';
import { tick } from './tick';
import { retryPost, testRobot } from './try-robot';

export const main = serve(
  'channels',
  channelsContract,
  {
    messages: showOffers,
    keepMessages,
    reminderSettings: reminderSettings.show,
    changeReminderSettings: reminderSettings.change,
    groups: listGroups,
    group: showGroup,
    groupHere: showGroupHere,
    bindGroup,
    changeGroup: renameGroup,
    unbindGroup,
    shareTargets: listShareTargets,
    markShared,
    groupSeen: countSeen,
    paper: showPaper,
    loudspeaker: loudspeakerRules.show,
    changeLoudspeaker: loudspeakerRules.change,
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
