import type { Contracts, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { keepRoles } from './roles';
import { keepUnread } from './unread-notices';

export type Today = OutputOf<Contracts['home']['today']>;

/** What waits for me now, in all my roles. */
export async function today(): Promise<Today> {
  const found = await call('home', 'today', {}, 'safe');
  keepRoles(found.posts.map(({ role }) => role));
  keepUnread((found.notices?.family?.unread ?? 0) + (found.notices?.duty?.unread ?? 0));
  return found;
}
