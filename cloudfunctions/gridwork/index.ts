import * as cloud from 'wx-server-sdk';
import { gridworkContract } from '../contracts/gridwork';
import { serve } from '../kernel/serve';
import { closeVisit } from './close-visit';
import { listMissing } from './list-missing';
import { listVisits } from './list-visits';
import { mergeHouseholds } from './merge-households';
import { planVisit } from './plan-visit';
import { searchHouseholds } from './search-households';
import { showCoverage } from './show-coverage';
import { takeOffDuplicate } from './take-off-duplicate';

export const main = serve(
  'gridwork',
  gridworkContract,
  {
    search: searchHouseholds,
    coverage: showCoverage,
    missing: listMissing,
    merge: mergeHouseholds,
    takeOffDuplicate,
    planVisit,
    visits: listVisits,
    closeVisit,
  },
  cloud,
);
