import {
  households,
  office,
  phones,
  publishers,
  readers,
  verifiers,
  verifiersThere,
  type RowsOf,
} from './rows';

export const release: RowsOf<'release'> = {
  ready: {
    ...phones('FORBIDDEN'),
    'gridMember here': 'ok',
    'gridLeader here': 'ok',
    'gridMember there': 'ok',
    'gridLeader there': 'ok',
  },
  queue: { ...verifiers('ok'), ...verifiersThere('ok') },
  show: verifiers('ok'),
  // The village proposes, the town decides: nobody does both.
  propose: {
    ...phones('FORBIDDEN'),
    'gridMember here': 'ok',
    'gridLeader here': 'ok',
    'gridMember there': 'NOT_FOUND',
    'gridLeader there': 'NOT_FOUND',
  },
  check: office('ok'),
  approve: office('ok'),
  sendBack: office('ok'),
  myCertificates: households('ok'),
  certificate: { ...households('NOT_FOUND'), 'own household': 'ok' },
  certificateForStaff: verifiers('ok'),
  verify: phones('ok'),
  publicKey: phones('ok'),
  revoke: office('ok'),
  publicationDraft: publishers('ok'),
  publish: publishers('ok'),
  published: households('ok'),
  // A list is there to be read, all over the town.
  publications: readers('ok'),
  publication: readers('ok'),
  withdrawPublication: publishers('ok'),
};
