import { ROLES } from '../callers';
import { type Answer, households, ownHousehold, phones, type Row, type RowsOf } from './rows';

/** The notice of the samples went to the village `here`. */
const readersOf = { ...households('ok'), 'household there': 'NOT_FOUND' } as const;

/** Those on duty in the village; and elsewhere, where an officer of the whole town belongs to no village. */
const onDuty = (here: Answer, elsewhere: Answer): Partial<Row> => ({
  ...Object.fromEntries(ROLES.map((role) => [`${role} here`, here])),
  ...Object.fromEntries(ROLES.map((role) => [`${role} there`, elsewhere])),
  'townOfficer of the town': elsewhere,
});

export const notices: RowsOf<'notices'> = {
  inbox: households('ok'),
  open: readersOf,
  read: readersOf,
  confirm: readersOf,
  save: ownHousehold('ok'),
  saved: households('ok'),
  staffInbox: { ...phones('FORBIDDEN'), ...onDuty('ok', 'ok') },
  staffOpen: { ...phones('FORBIDDEN'), ...onDuty('ok', 'NOT_FOUND') },
  staffRead: { ...phones('FORBIDDEN'), ...onDuty('ok', 'NOT_FOUND') },
  staffConfirm: { ...phones('FORBIDDEN'), ...onDuty('ok', 'NOT_FOUND') },
  shared: phones('ok'),
};
