import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Reach = Contracts['reach'];
/** One household's line on one notice's list. */
export type ReachLine = InputOf<Reach['untell']>;
export type TellForm = InputOf<Reach['tell']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** How far a notice has come in my grids. */
export const readReach = (noticeId: string) => call('reach', 'show', { noticeId }, 'safe');

/** One page of the households behind a figure; that they were looked at is recorded. `gridId` empty for all my grids. */
export const listReached = (
  noticeId: string,
  tab: InputOf<Reach['households']>['tab'],
  gridId: string,
  after?: string,
) =>
  call('reach', 'households', { noticeId, tab, ...(gridId !== '' && { gridId }), ...from(after) }, 'never');

/** Who of a household did what; recorded. */
export const readReceipts = async (line: ReachLine) =>
  (await call('reach', 'household', line, 'never')).people;

/** Who on duty has read it; recorded. */
export const readStaffReceipts = async (noticeId: string) =>
  (await call('reach', 'staff', { noticeId }, 'never')).rows;

/** One page of the households that I have yet to tell something; recorded. */
export const listToTell = (after?: string) => call('reach', 'tasks', from(after), 'never');

/** Opens a household's number to ring it up about a notice; recorded. */
export const openPhoneToTell = async (noticeId: string, householdId: string) =>
  (await call('reach', 'openPhone', { noticeId, householdId, reason: '通知还没有看' }, 'never')).value;

export const tellHousehold = (form: TellForm) => call('reach', 'tell', form, 'safe');
/** 再提醒: messages to those who don't know yet and whose phone allows one. The same `requestId` is the same reminder. */
export const remindHouseholds = (requestId: string, noticeId: string, gridId: string) =>
  call('reach', 'remind', { requestId, noticeId, ...(gridId !== '' && { gridId }) }, 'safe');
/** 撤回, by whoever ticked it. */
export const untellHousehold = (line: ReachLine) => call('reach', 'untell', line, 'safe');
