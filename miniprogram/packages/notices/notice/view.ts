import type { Opened } from '../../../services/opened-notice';
import { momentText, type Moment } from '../../../shared/dates';
import { isOver } from '../../../shared/notice-words';

/** What stands at the foot of a notice. `ask` a button to confirm it · `said` that it is known · `waits` on this phone · `none` nothing to do */
export type Foot = 'none' | 'ask' | 'said' | 'waits';

/** What this phone has to say about a notice for its household. `waits`: a confirmation lies here unsent. */
export function footOf({ notice, mine, done }: Opened, waits: boolean, now: Moment): Foot {
  if (!mine || notice.wanted !== 'confirm') return 'none';
  if (waits) return 'waits';
  if (done) return 'said';
  return notice.status === 'published' && !isOver(notice, now) ? 'ask' : 'none';
}

/** That it is not from the cloud just now; empty when it is. */
export const keptText = ({ fresh, keptAt }: Opened, now: Moment): string =>
  fresh ? '' : `没有网络。这是${momentText(keptAt, now)} 存在手机上的，后来改没改，有网才知道。`;
