import type { Contracts, InputOf, QueueStatus } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Registration = Contracts['registration'];
export type EnrolForm = InputOf<Registration['enrol']>;
export type ChangeForm = InputOf<Registration['changeMyHousehold']>;
export type CorrectForm = InputOf<Registration['correct']>;
export type OpenNumberForm = InputOf<Registration['openNumber']>;
type Decision = InputOf<Registration['verify']>;

/** Registers my household. The same `requestId` enrols once, however often it is sent. */
export const enrol = (form: EnrolForm) => call('registration', 'enrol', form, 'safe');

export const myHousehold = () => call('registration', 'myHousehold', {}, 'safe');

/** Changes my own file; it then waits for the grid member again. */
export const changeMyHousehold = (form: ChangeForm) =>
  call('registration', 'changeMyHousehold', form, 'safe');

/** One page of the households in my grids; `after` is the last page's `next`. */
export const listQueue = (status: QueueStatus, after?: string) =>
  call('registration', 'queue', after === undefined ? { status } : { status, after }, 'safe');

export const readHousehold = (householdId: string) =>
  call('registration', 'household', { householdId }, 'safe');

/** Opens one sealed number. Each opening is recorded and counted, so it is never sent twice by itself. */
export const openNumber = (form: OpenNumberForm) => call('registration', 'openNumber', form, 'never');

export const verifyHousehold = (decision: Decision) => call('registration', 'verify', decision, 'safe');

export const returnHousehold = (decision: Decision, reason: string) =>
  call('registration', 'returnToHousehold', { ...decision, reason }, 'safe');

/** The grid member corrects a file at the door. */
export const correctHousehold = (form: CorrectForm) => call('registration', 'correct', form, 'safe');
