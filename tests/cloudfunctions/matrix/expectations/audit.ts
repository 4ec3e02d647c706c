import { machines, type RowsOf } from './rows';

export const audit: RowsOf<'audit'> = {
  seal: machines({ timer: 'ok' }),
  // A timer can't choose: it seals, whatever its event says.
  check: machines({ timer: 'ok', operator: 'ok' }),
};
