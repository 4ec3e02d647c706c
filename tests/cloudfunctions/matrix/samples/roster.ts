import { newRequestId } from '../../../support/forms';
import { rosterJobIn } from '../roster-job';
import type { SamplesOf } from './samples-of';

export const roster: SamplesOf<'roster'> = {
  overview: ({ township }) => ({ gridId: township.here.gridId }),
  template: ({ township }) => ({ gridId: township.here.gridId }),
  stage: ({ township }) => {
    const requestId = newRequestId();
    return {
      requestId,
      gridId: township.here.gridId,
      fileId: `cloud://cunan.cunan-bucket/roster-uploads/${requestId}.xlsx`,
      fileName: '花名册',
    };
  },
  check: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
  apply: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
  discard: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
  faults: ({ township }) => ({ jobId: rosterJobIn(township, township.here), after: 0 }),
  export: ({ township }) => ({ gridId: township.here.gridId, reason: '打印后上门核对' }),
  sweep: () => ({}),
};
