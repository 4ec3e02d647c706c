import { type Row, type RowsOf, verifiers } from './rows';

/** Who counts cash: whoever hands out. */
const handers: Row = { ...verifiers('ok'), 'supplier here': 'ok', 'supplier there': 'NOT_FOUND' };
/** Whose money it is to see: its supplier's, and those who lead the village or the town. */
const accountants: Row = { ...handers, 'gridMember here': 'FORBIDDEN', 'gridMember there': 'FORBIDDEN' };
const leaders: Row = { ...accountants, 'supplier here': 'FORBIDDEN', 'supplier there': 'FORBIDDEN' };

export const settlement: RowsOf<'settlement'> = {
  show: accountants,
  differences: accountants,
  entries: accountants,
  countCash: handers,
  sign: accountants,
  settle: leaders,
  correct: leaders,
};
