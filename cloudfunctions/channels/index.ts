import * as cloud from 'wx-server-sdk';
import { channelsContract } from '../contracts/channels';
import { serve } from '../kernel/serve';
import { keepMessages, showOffers } from '../messages/offers';
import { changeReminderSettings, showReminderSettings } from '../messages/reminder-settings';
import { bindGroup, renameGroup, showGroupHere, unbindGroup } from './bind-group';
import { countSeen } from './count-seen';
import { listGroups, showGroup } from './list-groups';
import { addGroupRobot, changeGroupRobot, pauseGroupRobot, removeGroupRobot } from './set-up-robot';
import { changeLoudspeakerRules, showLoudspeakerRules } from './loudspeaker';
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
    reminderSettings: showReminderSettings,
    changeReminderSettings,
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
    loudspeaker: showLoudspeakerRules,
    changeLoudspeaker: changeLoudspeakerRules,
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
