import { machines, ownHousehold, phones, type Row, type RowsOf, verifiers } from './rows';

/** Whatever a timer's event says, who came under observation is sent home. */
const TICKS = { timer: 'ok' } as const;

/** Whoever works for the supplier of the sample's round. */
const sellers: Row = {
  ...phones('FORBIDDEN'),
  'supplier here': 'ok',
  'supplier there': 'NOT_FOUND',
  ...TICKS,
};

/** Whoever leads the village of the round, or the town. */
const leaders: Row = {
  ...verifiers('ok'),
  'gridMember here': 'FORBIDDEN',
  'gridMember there': 'FORBIDDEN',
  ...TICKS,
};

const staff: Row = { ...verifiers('ok'), ...TICKS };
const own: Row = { ...ownHousehold('ok'), ...TICKS };

export const purchase: RowsOf<'purchase'> = {
  // Their own rounds only: of somebody who works for nobody there is nothing.
  rounds: { ...sellers, 'supplier there': 'ok' },
  list: sellers,
  listFor: leaders,
  offers: sellers,
  offersFor: leaders,
  confirm: sellers,
  confirmFor: leaders,
  arrive: sellers,
  arriveFor: leaders,
  sheet: sellers,
  sheetFor: leaders,
  freeSlots: own,
  freeSlotsFor: staff,
  moveSlot: own,
  moveSlotFor: staff,
  addSlots: leaders,
  shares: staff,
  tick: machines(TICKS),
};
