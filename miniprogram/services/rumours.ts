import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Rumours = Contracts['rumours'];
export type RumourReport = InputOf<Rumours['report']>;
export type RumourTab = InputOf<Rumours['queue']>['tab'];
type Act = InputOf<Rumours['part']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** The bound groups that a report may name. */
export const listRumourGroups = async () => (await call('rumours', 'groups', {}, 'safe')).groups;

/** Tells the office; the same `requestId` tells once. */
export const reportRumour = (form: RumourReport) => call('rumours', 'report', form, 'safe');

/** One page of what I told of; `after` is the last page's `next`. */
export const listMyRumours = (after?: string) => call('rumours', 'mine', from(after), 'safe');

/** One page of what was told in my grids, without names. */
export const listRumours = (tab: RumourTab, after?: string) =>
  call('rumours', 'queue', { tab, ...from(after) }, 'safe');

/** A rumour with those who told of it; that it was looked at is recorded. */
export const readRumour = (rumourId: string) => call('rumours', 'show', { rumourId }, 'never');

/** The address of a report's picture for some minutes; recorded. */
export const openRumourPicture = async (rumourId: string) =>
  (await call('rumours', 'openPicture', { rumourId }, 'never')).url;

export const joinRumour = (act: InputOf<Rumours['join']>) => call('rumours', 'join', act, 'safe');
export const partRumour = (act: Act) => call('rumours', 'part', act, 'safe');
export const closeRumour = (act: InputOf<Rumours['close']>) => call('rumours', 'close', act, 'safe');
