import { countersOnly, watchers, watchersThere, type RowsOf } from './rows';

export const reach: RowsOf<'reach'> = {
  show: countersOnly(watchers('ok')),
  households: countersOnly({ ...watchers('ok'), ...watchersThere('ok') }),
  tell: countersOnly(watchers('ok')),
  untell: countersOnly(watchers('ok')),
  openPhone: countersOnly(watchers('ok')),
};
