import { households, phones, type RowsOf } from './rows';

/** The notice of the samples went to the village `here`. */
const readersOf = { ...households('ok'), 'household there': 'NOT_FOUND' } as const;

export const notices: RowsOf<'notices'> = {
  inbox: households('ok'),
  open: readersOf,
  read: readersOf,
  confirm: readersOf,
  shared: phones('ok'),
};
