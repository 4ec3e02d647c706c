import { verifiers, verifiersThere, type RowsOf } from './rows';

export const gridwork: RowsOf<'gridwork'> = {
  search: { ...verifiers('ok'), ...verifiersThere('ok') },
  coverage: verifiers('ok'),
  missing: verifiers('ok'),
  planVisit: verifiers('ok'),
  visits: { ...verifiers('ok'), ...verifiersThere('ok') },
  // Nothing is agreed with the sample's household: who reaches it is told so.
  closeVisit: verifiers('CONFLICT'),
  merge: verifiers('INVALID_INPUT'),
  takeOffDuplicate: verifiers('INVALID_INPUT'),
};
