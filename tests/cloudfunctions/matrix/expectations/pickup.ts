import { ownHousehold, phones, type Row, type RowsOf, verifiers } from './rows';

/** Who hands out the sample's round: those of its village, and its supplier's people. */
const handers: Row = { ...verifiers('ok'), 'supplier here': 'ok', 'supplier there': 'NOT_FOUND' };

export const pickup: RowsOf<'pickup'> = {
  // Everybody's own.
  rounds: {
    ...phones('FORBIDDEN'),
    'gridMember here': 'ok',
    'gridMember there': 'ok',
    'gridLeader here': 'ok',
    'gridLeader there': 'ok',
    'townOfficer here': 'ok',
    'townOfficer there': 'ok',
    'townOfficer of the town': 'ok',
    'supplier here': 'ok',
    'supplier there': 'ok',
  },
  list: handers,
  show: handers,
  handOver: handers,
  takePayment: handers,
  refund: handers,
  noShow: handers,
  route: handers,
  // The picture that the sample's order names is not in storage.
  openPhoto: { ...verifiers('NOT_FOUND'), 'supplier here': 'NOT_FOUND', 'supplier there': 'NOT_FOUND' },
  openMyPhoto: ownHousehold('NOT_FOUND'),
  leftovers: handers,
};
