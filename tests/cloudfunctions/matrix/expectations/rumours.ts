import { CALLERS } from '../callers';
import { machines, phones, rosterKeepers, type RowsOf } from './rows';

/** Everybody who lives here or is on duty here; a stranger is asked to register first. Whatever a timer's event says, it sends word of answers. */
const known = {
  ...phones('UNREGISTERED'),
  ...Object.fromEntries(
    CALLERS.filter((caller) => / (here|there|of the town)$/.test(caller)).map((caller) => [caller, 'ok']),
  ),
  'own household': 'ok',
  neighbour: 'ok',
  timer: 'ok',
} as const;

/** A list of their own for those elsewhere. */
const keepers = {
  ...rosterKeepers('ok'),
  'gridLeader there': 'ok',
  'townOfficer there': 'ok',
} as const;

export const rumours: RowsOf<'rumours'> = {
  groups: { ...phones('ok'), timer: 'ok' },
  report: known,
  mine: { ...phones('ok'), timer: 'ok' },
  queue: keepers,
  show: rosterKeepers('ok'),
  // The sample names a picture that storage does not have.
  openPicture: rosterKeepers('NOT_FOUND'),
  join: rosterKeepers('ok'),
  part: rosterKeepers('ok'),
  close: rosterKeepers('ok'),
  tick: machines({ timer: 'ok' }),
};
