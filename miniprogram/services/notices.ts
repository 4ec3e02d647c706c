import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Notices = Contracts['notices'];
/** Which notice, and on which grid's list my household stands when that is known. */
export type Opening = InputOf<Notices['open']>;

/** Notices to my household, unread ones first; `after` is the last page's `next`. */
export const listNotices = (query: InputOf<Notices['inbox']>) => call('notices', 'inbox', query, 'safe');

/** Notices to my role. */
export const listDutyNotices = (after?: string) =>
  call('notices', 'staffInbox', after === undefined ? {} : { after }, 'safe');

/** In place of a grid, in rows of notices that go to my role: they are opened, read and confirmed as such. */
const ON_DUTY = 'staff';
export const isOnDuty = (gridId: string | undefined): boolean => gridId === ON_DUTY;

/** Opens a notice for my household, or for me on duty, which counts once however often it is opened. `shareKey` null: not for everybody. */
export const openNotice = async (opening: Opening) =>
  isOnDuty(opening.gridId)
    ? { ...(await call('notices', 'staffOpen', { noticeId: opening.noticeId }, 'safe')), shareKey: null }
    : call('notices', 'open', opening, 'safe');

/** What a shared card opens, for anybody; the code on a poster holds the key alone, as its `scene`. */
export const openShared = (noticeId: string, shareKey: string) =>
  call('notices', 'shared', { shareKey, ...(noticeId !== '' && { noticeId }) }, 'safe');

/** Read to the end, in so many seconds. */
export const readToEnd = ({ noticeId, seconds, gridId }: InputOf<Notices['read']>): Promise<object> =>
  isOnDuty(gridId)
    ? call('notices', 'staffRead', { noticeId, seconds }, 'safe')
    : call('notices', 'read', { noticeId, seconds, ...(gridId !== undefined && { gridId }) }, 'safe');

/** 我看懂了，会告诉家人 */
export const confirmNotice = (opening: Opening): Promise<object> =>
  isOnDuty(opening.gridId)
    ? call('notices', 'staffConfirm', { noticeId: opening.noticeId }, 'safe')
    : call('notices', 'confirm', opening, 'safe');

/** 收藏, or not any more; twice is once. */
export const saveNotice = (noticeId: string, saved: boolean) =>
  call('notices', 'save', { noticeId, saved }, 'safe');

/** What I saved, last saved first. */
export const listSaved = async () => (await call('notices', 'saved', {}, 'safe')).rows;
