import * as cloud from 'wx-server-sdk';
import { numbersContract } from '../contracts/numbers';
import { serve } from '../kernel/serve';
import { showDays } from './show-days';
import { showNumbers } from './show-numbers';
import { showOrigins } from './show-origins';
import { showRows } from './show-rows';

export const main = serve(
  'numbers',
  numbersContract,
  { show: showNumbers, origins: showOrigins, days: showDays, rows: showRows },
  cloud,
);
