import { countersOnly, watchers, type RowsOf } from './rows';

export const numbers: RowsOf<'numbers'> = {
  show: countersOnly(watchers('ok')),
  origins: countersOnly(watchers('ok')),
  days: countersOnly(watchers('ok')),
  rows: countersOnly(watchers('ok')),
};
