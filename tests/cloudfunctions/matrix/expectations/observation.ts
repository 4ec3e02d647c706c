import {
  caretakers,
  doctors,
  households,
  machines,
  ownOnly,
  watchers,
  watchersThere,
  type RowsOf,
} from './rows';

export const observation: RowsOf<'observation'> = {
  mine: { ...households('ok'), timer: 'ok' },
  report: ownOnly('ok', 'NOT_FOUND'),
  reportFor: caretakers('ok'),
  spotCheck: doctors('ok'),
  selfReport: ownOnly('ok', 'INVALID_INPUT'),
  today: { ...watchers('ok'), ...watchersThere('ok') },
  record: watchers('ok'),
  myRecord: ownOnly('ok', 'NOT_FOUND'),
  openPhone: watchers('ok'),
  // Nothing of the sample was missed.
  explainGap: caretakers('CONFLICT'),
  recordTest: caretakers('ok'),
  pause: caretakers('ok'),
  resume: caretakers('ok'),
  move: caretakers('ok'),
  extend: {
    ...doctors('ok'),
    'townOfficer here': 'ok',
    'townOfficer of the town': 'ok',
    'townOfficer there': 'NOT_FOUND',
  },
  setResponsible: watchers('ok'),
  doorNotice: watchers('ok'),
  myDoorNotice: ownOnly('ok', 'NOT_FOUND'),
  tick: machines({ timer: 'ok' }),
};
