import * as cloud from 'wx-server-sdk';
import { gridworkContract } from '../contracts/gridwork';
import { serve } from '../kernel/serve';
import { searchHouseholds } from './search-households';

export const main = serve('gridwork', gridworkContract, { search: searchHouseholds }, cloud);
