import type { Contracts, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { keepRoles } from './roles';

export type Today = OutputOf<Contracts['home']['today']>;

/** What waits for me now, in all my roles. */
export async function today(): Promise<Today> {
  const found = await call('home', 'today', {}, 'safe');
  keepRoles(found.posts.map(({ role }) => role));
  return found;
}
