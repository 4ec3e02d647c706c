import type { Contracts, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

export type Today = OutputOf<Contracts['home']['today']>;

/** What waits for me now, in all my roles. */
export const today = (): Promise<Today> => call('home', 'today', {}, 'safe');
