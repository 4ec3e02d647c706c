import { machines, watchers, watchersThere, type RowsOf } from './rows';

export const reach: RowsOf<'reach'> = {
  show: watchers('ok'),
  households: { ...watchers('ok'), ...watchersThere('ok') },
  household: watchers('ok'),
  staff: watchers('ok'),
  tasks: { ...watchers('ok'), ...watchersThere('ok') },
  tell: watchers('ok'),
  untell: watchers('ok'),
  remind: watchers('ok'),
  openPhone: watchers('ok'),
  tick: machines({ timer: 'ok' }),
};
