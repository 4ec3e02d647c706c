import { machines, rosterKeepers, type RowsOf } from './rows';

/** Who may write: what belongs to nobody else is theirs anywhere. */
const writers = {
  ...rosterKeepers('ok'),
  'gridLeader there': 'ok',
  'townOfficer there': 'ok',
} as const;

export const publishing: RowsOf<'publishing'> = {
  saveDraft: writers,
  drafts: writers,
  // Drafts are the writer's own: nobody has this one.
  readDraft: {
    ...rosterKeepers('NOT_FOUND'),
    'gridLeader there': 'NOT_FOUND',
    'townOfficer there': 'NOT_FOUND',
  },
  discardDraft: writers,
  countAudience: rosterKeepers('ok'),
  send: rosterKeepers('ok'),
  decide: rosterKeepers('ok'),
  withdraw: rosterKeepers('ok'),
  list: writers,
  show: rosterKeepers('ok'),
  tick: machines({ timer: 'ok' }),
};
