import * as cloud from 'wx-server-sdk';
import { roundsContract } from '../contracts/rounds';
import { serve } from '../kernel/serve';
import { cancelRound } from './cancel-round';
import { closeRound } from './close-round';
import { copyRound } from './copy-round';
import { distributeRound } from './distribute-round';
import { discardDraft, saveDraft } from './draft-round';
import { listLacking } from './list-lacking';
import { listRounds, showRound } from './list-rounds';
import { moveCutOff } from './move-cut-off';
import { openPhone } from './open-phone';
import { openRound } from './open-round';
import { endSchedule, listSchedules, scheduleRounds } from './schedule-rounds';
import { listNotOrdered, showProgress } from './show-progress';
import { supplySettings } from './supply-settings';
import { tick } from './tick';

export const main = serve(
  'rounds',
  roundsContract,
  {
    list: listRounds,
    show: showRound,
    saveDraft,
    copy: copyRound,
    discard: discardDraft,
    open: openRound,
    moveCutOff,
    close: closeRound,
    cancel: cancelRound,
    distribute: distributeRound,
    progress: showProgress,
    notOrdered: listNotOrdered,
    lacking: listLacking,
    openPhone,
    schedules: listSchedules,
    schedule: scheduleRounds,
    endSchedule,
    changeSettings: supplySettings.change,
    tick,
  },
  cloud,
);
