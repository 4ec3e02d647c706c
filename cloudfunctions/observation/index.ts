import * as cloud from 'wx-server-sdk';
import { observationContract } from '../contracts/observation';
import { serve } from '../kernel/serve';
import { explainGap, extend, pause, resume, setResponsible } from './course';
import { showDoorNotice } from './door-notice';
import { moveObservation } from './move-observation';
import { recordTest } from './record-test';
import { selfReport } from './self-report';
import { showMine } from './show-mine';
import { openPhone, showRecord } from './show-record';
import { showToday } from './show-today';
import { spotCheck } from './spot-check';
import { report, reportFor } from './take-reading';
import { tick } from './tick';

export const main = serve(
  'observation',
  observationContract,
  {
    mine: showMine,
    report,
    reportFor,
    spotCheck,
    selfReport,
    today: showToday,
    record: showRecord,
    myRecord: showRecord,
    openPhone,
    explainGap,
    recordTest,
    pause,
    resume,
    move: moveObservation,
    extend,
    setResponsible,
    doorNotice: showDoorNotice,
    myDoorNotice: showDoorNotice,
    tick,
  },
  cloud,
);
