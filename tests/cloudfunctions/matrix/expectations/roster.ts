import { machines, rosterKeepers, type RowsOf } from './rows';

export const roster: RowsOf<'roster'> = {
  overview: rosterKeepers('ok'),
  template: rosterKeepers('ok'),
  // The file of the sample was never uploaded.
  stage: rosterKeepers('INVALID_INPUT'),
  check: rosterKeepers('ok'),
  apply: rosterKeepers('ok'),
  discard: rosterKeepers('ok'),
  faults: rosterKeepers('ok'),
  export: rosterKeepers('ok'),
  sweep: machines({ timer: 'ok' }),
};
