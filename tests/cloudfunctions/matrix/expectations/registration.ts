import { households, phones, verifiers, verifiersThere, type RowsOf } from './rows';

export const registration: RowsOf<'registration'> = {
  // Who has a file already is told so; everybody else makes one.
  enrol: {
    ...phones('ok'),
    'own household': 'CONFLICT',
    neighbour: 'CONFLICT',
    'household there': 'CONFLICT',
  },
  myHousehold: households('ok'),
  // The sample changes people of `own household`: in another file nobody has their ids, nor that version.
  changeMyHousehold: { ...households('ok'), neighbour: 'CONFLICT', 'household there': 'CONFLICT' },
  queue: { ...verifiers('ok'), ...verifiersThere('ok') },
  household: verifiers('ok'),
  openNumber: verifiers('ok'),
  verify: verifiers('ok'),
  returnToHousehold: verifiers('ok'),
  correct: verifiers('ok'),
  findHousehold: phones('ok'),
  // Who has a household does not need another's.
  claim: {
    ...phones('ok'),
    'own household': 'CONFLICT',
    neighbour: 'CONFLICT',
    'household there': 'CONFLICT',
  },
  withdrawClaim: phones('ok'),
  claims: { ...verifiers('ok'), ...verifiersThere('ok') },
  decideClaim: verifiers('ok'),
  decideClaimOnMyHousehold: {
    ...households('ok'),
    neighbour: 'NOT_FOUND',
    'household there': 'NOT_FOUND',
  },
  phones: households('ok'),
  // The member of the sample is a child, who joins with nobody's phone.
  invite: { ...households('CONFLICT'), neighbour: 'NOT_FOUND', 'household there': 'NOT_FOUND' },
  // Elsewhere the grid is refused beside its field.
  enrolFor: { ...verifiers('ok'), ...verifiersThere('INVALID_INPUT') },
  changeHead: verifiers('ok'),
  handOver: verifiers('ok'),
  moveOut: verifiers('ok'),
  deleteAccount: phones('ok'),
  trail: households('ok'),
  join: {
    ...phones('ok'),
    'own household': 'CONFLICT',
    neighbour: 'CONFLICT',
    'household there': 'CONFLICT',
  },
};
