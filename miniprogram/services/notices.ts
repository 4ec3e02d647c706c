import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Notices = Contracts['notices'];
/** Which notice, and on which grid's list my household stands when that is known. */
export type Opening = InputOf<Notices['open']>;

/** Notices to my household, unread ones first; `after` is the last page's `next`. */
export const listNotices = (query: InputOf<Notices['inbox']>) => call('notices', 'inbox', query, 'safe');

/** Opens a notice for my household, which counts once however often it is opened. */
export const openNotice = (opening: Opening) => call('notices', 'open', opening, 'safe');

/** What a shared card opens, for anybody; the code on a poster holds the key alone, as its `scene`. */
export const openShared = (noticeId: string, shareKey: string) =>
  call('notices', 'shared', { shareKey, ...(noticeId !== '' && { noticeId }) }, 'safe');

/** Read to the end, in so many seconds. */
export const readToEnd = (form: InputOf<Notices['read']>) => call('notices', 'read', form, 'safe');

/** 我看懂了，会告诉家人 */
export const confirmNotice = (opening: Opening) => call('notices', 'confirm', opening, 'safe');

/** 收藏, or not any more; twice is once. */
export const saveNotice = (noticeId: string, saved: boolean) =>
  call('notices', 'save', { noticeId, saved }, 'safe');

/** What I saved, last saved first. */
export const listSaved = async () => (await call('notices', 'saved', {}, 'safe')).rows;
