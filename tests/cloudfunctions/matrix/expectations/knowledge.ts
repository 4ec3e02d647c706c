import { machines, phones, rosterKeepers, type RowsOf } from './rows';

export const knowledge: RowsOf<'knowledge'> = {
  shelf: { ...phones('ok'), timer: 'ok' },
  // Knowledge is for everybody: leaders elsewhere begin with it too.
  template: { ...rosterKeepers('ok'), 'gridLeader there': 'ok', 'townOfficer there': 'ok' },
  tick: machines({ timer: 'ok' }),
};
