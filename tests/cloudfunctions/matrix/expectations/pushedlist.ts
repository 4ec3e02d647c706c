import { finders, findersThere, machines, office, rosterKeepers, type RowsOf } from './rows';

export const pushedlist: RowsOf<'pushedlist'> = {
  template: { ...office('ok'), 'townOfficer there': 'ok', timer: 'ok' },
  // The file of the sample was never uploaded.
  stage: { ...office('INVALID_INPUT'), 'townOfficer there': 'INVALID_INPUT', timer: 'ok' },
  check: { ...office('ok'), timer: 'ok' },
  apply: { ...office('ok'), timer: 'ok' },
  discard: { ...office('ok'), timer: 'ok' },
  faults: { ...office('ok'), timer: 'ok' },
  lists: { ...office('ok'), 'townOfficer there': 'ok', timer: 'ok' },
  entries: { ...finders('ok'), ...findersThere('ok') },
  entry: finders('ok'),
  openPhone: finders('ok'),
  recordTry: finders('ok'),
  end: finders('ok'),
  reopen: finders('CONFLICT'),
  assign: rosterKeepers('ok'),
  tick: machines({ timer: 'ok' }),
};
