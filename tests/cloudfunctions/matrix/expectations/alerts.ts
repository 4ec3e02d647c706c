import {
  answerers,
  answerersThere,
  deciders,
  households,
  machines,
  phones,
  watchers,
  watchersThere,
  type RowsOf,
} from './rows';

export const alerts: RowsOf<'alerts'> = {
  list: { ...watchers('ok'), ...watchersThere('ok') },
  show: watchers('ok'),
  phone: watchers('ok'),
  acknowledge: answerers('ok'),
  // The alert of the sample has not climbed: judging it is the doctor's.
  assess: {
    ...deciders('ok'),
    'townOfficer here': 'CONFLICT',
    'townOfficer of the town': 'CONFLICT',
  },
  refer: answerers('ok'),
  reportUp: answerers('ok'),
  close: deciders('ok'),
  mine: { ...households('ok'), timer: 'ok' },
  clinics: { ...answerers('ok'), ...answerersThere('ok') },
  // The list is the town's.
  setClinics: {
    ...phones('FORBIDDEN'),
    'townOfficer here': 'NOT_FOUND',
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': 'ok',
    timer: 'ok',
  },
  tick: machines({ timer: 'ok' }),
};
