import {
  machines,
  phones,
  rosterKeepers,
  townOffice,
  verifiers,
  verifiersThere,
  watchers,
  watchersThere,
  type Answer,
  type RowsOf,
} from './rows';

/** Whatever a timer's event says, it lets out what waits. */
const ticking = { timer: 'ok' } as const;
/** Who speaks for grids: what is listed is everybody's own. */
const writers = { ...rosterKeepers('ok'), 'gridLeader there': 'ok', 'townOfficer there': 'ok' } as const;

/** Who keeps the WeChat groups of their grids. */
const keepers = (answer: Answer) => ({ ...verifiers(answer), ...ticking });
const keepersEverywhere = (answer: Answer) => ({ ...keepers(answer), ...verifiersThere(answer) });

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
  groups: keepersEverywhere('ok'),
  group: keepers('ok'),
  // Only WeChat says in whose chat a phone is, and it says nothing of this one.
  groupHere: keepersEverywhere('INVALID_INPUT'),
  bindGroup: keepersEverywhere('INVALID_INPUT'),
  changeGroup: keepers('ok'),
  unbindGroup: keepers('ok'),
  shareTargets: keepers('ok'),
  markShared: keepers('ok'),
  groupSeen: { ...phones('INVALID_INPUT'), ...ticking },
  paper: watchers('ok'),
  loudspeaker: { ...watchers('ok'), ...watchersThere('ok') },
  changeLoudspeaker: townOffice('ok'),
};
