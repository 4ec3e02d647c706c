import * as cloud from 'wx-server-sdk';
import { divisionsContract } from '../contracts/divisions';
import { serve } from '../kernel/serve';
import { listDivisions } from './list-divisions';

export const main = serve('divisions', divisionsContract, { all: listDivisions }, cloud);
