import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Rounds = Contracts['rounds'];
export type RoundTab = InputOf<Rounds['list']>['tab'];
export type RoundSeen = InputOf<Rounds['open']>;
export type RoundDraft = InputOf<Rounds['saveDraft']>;
export type SupplySettings = OutputOf<Rounds['changeSettings']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** One page of the rounds that have to do with my grids; `after` is the last page's `next`. */
export const listRounds = (tab: RoundTab, after?: string) =>
  call('rounds', 'list', { tab, ...from(after) }, 'safe');
export const readRound = (roundId: string) => call('rounds', 'show', { roundId }, 'safe');

/** The same `requestId` makes one draft, however often it is sent. */
export const saveRoundDraft = (draft: RoundDraft) => call('rounds', 'saveDraft', draft, 'safe');
export const copyRound = (requestId: string, roundId: string) =>
  call('rounds', 'copy', { requestId, roundId }, 'safe');
export const discardRound = (seen: RoundSeen) => call('rounds', 'discard', seen, 'never');
export const openRound = (seen: RoundSeen) => call('rounds', 'open', seen, 'safe');
export const moveCutOff = (seen: RoundSeen, closesAt: string) =>
  call('rounds', 'moveCutOff', { ...seen, closesAt }, 'safe');
export const closeRound = (seen: RoundSeen) => call('rounds', 'close', seen, 'safe');
export const cancelRound = (seen: RoundSeen, reason: string) =>
  call('rounds', 'cancel', { ...seen, reason }, 'safe');
export const distributeRound = (seen: RoundSeen) => call('rounds', 'distribute', seen, 'safe');

export const readProgress = async (roundId: string) =>
  (await call('rounds', 'progress', { roundId }, 'safe')).grids;

/** One page of who has not ordered; that they were looked at is recorded. */
export const listNotOrdered = (roundId: string, gridId: string, after?: string) =>
  call('rounds', 'notOrdered', { roundId, gridId, ...from(after) }, 'never');
/** One page of who got nothing for too long; recorded as well. */
export const listLacking = (after?: string) => call('rounds', 'lacking', from(after), 'never');
/** Opens a household's number to call it; recorded. */
export const openHouseholdPhone = async (householdId: string) =>
  (await call('rounds', 'openPhone', { householdId }, 'never')).phone;

export const listSchedules = () => call('rounds', 'schedules', {}, 'safe');
export const scheduleRounds = (form: InputOf<Rounds['schedule']>) => call('rounds', 'schedule', form, 'safe');
export const endSchedule = (requestId: string, scheduleId: string) =>
  call('rounds', 'endSchedule', { requestId, scheduleId }, 'safe');
export const changeSupplySettings = (settings: SupplySettings) =>
  call('rounds', 'changeSettings', settings, 'safe');
