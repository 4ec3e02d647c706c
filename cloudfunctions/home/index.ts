import * as cloud from 'wx-server-sdk';
import { homeContract } from '../contracts/home';
import { serve } from '../kernel/serve';
import { showToday } from './show-today';

export const main = serve('home', homeContract, { today: showToday }, cloud);
