import { machines, phones, rosterKeepers, townOffice, type RowsOf } from './rows';

/** Whatever a timer's event says, it lets out what waits. */
const ticking = { timer: 'ok' } as const;
/** Who speaks for grids: what is listed is everybody's own. */
const writers = { ...rosterKeepers('ok'), 'gridLeader there': 'ok', 'townOfficer there': 'ok' } as const;

export const channels: RowsOf<'channels'> = {
  messages: { ...phones('ok'), ...ticking },
  keepMessages: { ...phones('ok'), ...ticking },
  reminderSettings: writers,
  changeReminderSettings: townOffice('ok'),
  robots: writers,
  robot: rosterKeepers('ok'),
  addRobot: rosterKeepers('ok'),
  changeRobot: rosterKeepers('ok'),
  pauseRobot: rosterKeepers('ok'),
  removeRobot: rosterKeepers('ok'),
  testRobot: rosterKeepers('ok'),
  retryPost: rosterKeepers('ok'),
  tick: machines(ticking),
};
