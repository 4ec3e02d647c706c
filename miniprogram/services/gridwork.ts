import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Gridwork = Contracts['gridwork'];
export type MergeForm = InputOf<Gridwork['merge']>;
export type VisitForm = InputOf<Gridwork['planVisit']>;
export type VisitResult = InputOf<Gridwork['closeVisit']>['result'];
export type TakeOffForm = InputOf<Gridwork['takeOffDuplicate']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** One page of the households in my grids that the words speak of; `after` is the last page's `next`. */
export const searchHouseholds = (words: string, after?: string) =>
  call('gridwork', 'search', { words, ...from(after) }, 'safe');

/** Coverage of one of my grids, or of the first that I hold. */
export const readCoverage = (gridId?: string) =>
  call('gridwork', 'coverage', gridId === undefined ? {} : { gridId }, 'safe');

/** One page of the households of the roster that have not registered in a grid. */
export const listMissing = (gridId: string, after?: string) =>
  call('gridwork', 'missing', { gridId, ...from(after) }, 'safe');

/** Puts a household that is on file twice together; it can't be undone. */
export const mergeHouseholds = (form: MergeForm) => call('gridwork', 'merge', form, 'safe');

/** Takes somebody off one household who lives in another and stands there too. */
export const takeOffDuplicate = (form: TakeOffForm) => call('gridwork', 'takeOffDuplicate', form, 'safe');

/** Agrees on a day to visit a household; a second plan replaces the first. */
export const planVisit = (form: VisitForm) => call('gridwork', 'planVisit', form, 'safe');

/** One page of the visits that are agreed in my grids, earliest first. */
export const listVisits = (after?: string) => call('gridwork', 'visits', from(after), 'safe');

export const closeVisit = (householdId: string, date: string, result: VisitResult) =>
  call('gridwork', 'closeVisit', { householdId, date, result }, 'safe');
