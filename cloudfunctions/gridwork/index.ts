import * as cloud from 'wx-server-sdk';
import { gridworkContract } from '../contracts/gridwork';
import { serve } from '../kernel/serve';
import { listMissing } from './list-missing';
import { searchHouseholds } from './search-households';
import { showCoverage } from './show-coverage';

export const main = serve(
  'gridwork',
  gridworkContract,
  { search: searchHouseholds, coverage: showCoverage, missing: listMissing },
  cloud,
);
