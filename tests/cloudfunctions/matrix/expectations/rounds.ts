import { machines, phones, type Answer, type Row, type RowsOf } from './rows';

/** Whatever a timer's event says, it ticks. */
const ticking = { timer: 'ok' } as const;

/** Who leads the village, and the office; the other village's round is not there for them. */
const managers = (answer: Answer, there: Answer = 'NOT_FOUND'): Row => ({
  ...phones('FORBIDDEN'),
  'gridLeader here': answer,
  'townOfficer here': answer,
  'townOfficer of the town': answer,
  'gridLeader there': there,
  'townOfficer there': there,
  ...ticking,
});

/** Grid members look too. */
const viewers = (answer: Answer, there: Answer = 'NOT_FOUND'): Row => ({
  ...managers(answer, there),
  'gridMember here': answer,
  'gridMember there': there,
});

export const rounds: RowsOf<'rounds'> = {
  list: viewers('ok', 'ok'),
  show: viewers('ok'),
  saveDraft: managers('ok'),
  copy: managers('ok'),
  discard: managers('ok'),
  open: managers('ok'),
  moveCutOff: managers('ok'),
  close: managers('ok'),
  cancel: managers('ok'),
  distribute: managers('ok'),
  progress: viewers('ok'),
  notOrdered: viewers('ok'),
  lacking: viewers('ok', 'ok'),
  openPhone: viewers('ok'),
  schedules: managers('ok', 'ok'),
  schedule: managers('ok'),
  endSchedule: managers('ok'),
  changeSettings: {
    ...phones('FORBIDDEN'),
    'townOfficer here': 'FORBIDDEN',
    'townOfficer there': 'FORBIDDEN',
    'townOfficer of the town': 'ok',
    ...ticking,
  },
  tick: machines({ timer: 'ok' }),
};
