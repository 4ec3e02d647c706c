import { newRequestId } from '../../../support/forms';
import { todayIn } from '../../../support/rules';
import { SECRET } from '../world';
import { changeOf } from './registration';
import type { SamplesOf } from './samples-of';

export const gridwork: SamplesOf<'gridwork'> = {
  search: () => ({ words: SECRET.name }),
  coverage: ({ township }) => ({ gridId: township.here.gridId }),
  missing: ({ township }) => ({ gridId: township.here.gridId }),
  planVisit: ({ township, enrolled }) => ({
    householdId: enrolled.householdId,
    date: todayIn(township),
    purpose: '帮老人登记',
  }),
  visits: () => ({}),
  closeVisit: ({ enrolled }) => ({ householdId: enrolled.householdId, date: '2026-01-01', result: 'done' }),
  // Both are refused for whoever reaches the file: nothing of it stands elsewhere.
  merge: (world) => ({
    requestId: newRequestId(),
    keep: { householdId: world.enrolled.householdId, version: world.enrolled.version },
    drop: { householdId: world.enrolled.householdId, version: world.enrolled.version },
    reason: '登记了两次',
  }),
  takeOffDuplicate: (world) => ({
    ...changeOf(world),
    personId: world.enrolled.headId,
    livesIn: world.enrolled.householdId,
    reason: '住在别家',
  }),
};
