import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { handOver, openMadeSpreadsheet, type PickedFile } from './spreadsheets';

type Inputs = { [A in keyof Contracts['pushedlist']]: InputOf<Contracts['pushedlist'][A]> };
/** What is asked about a list besides its spreadsheet. */
export type ListForm = Omit<Inputs['stage'], 'fileId' | 'fileName'>;
export type TryForm = Inputs['recordTry'];
export type EndForm = Inputs['end'];
export type ReopenForm = Inputs['reopen'];
export type AssignForm = Inputs['assign'];

/** One page of the town's lists, newest first. */
export const listPushedLists = (after?: string) =>
  call('pushedlist', 'lists', after === undefined ? {} : { after }, 'safe');

/** Opens the empty list, from where WeChat sends it on to a computer. */
export const openPushedTemplate = async (): Promise<void> =>
  openMadeSpreadsheet(await call('pushedlist', 'template', {}, 'safe'));

/** Uploads a list and hands it over; from then on `checkPushedList` goes on with it. The same form twice is the same list. */
export const stagePushedList = (form: ListForm, picked: PickedFile) =>
  handOver(`pushed-lists/${form.requestId}.xlsx`, picked, (file) =>
    call('pushedlist', 'stage', { ...form, ...file }, 'safe'),
  );

/** A few seconds of the dry run; until the status is `checked`. */
export const checkPushedList = (listId: string) => call('pushedlist', 'check', { listId }, 'safe');
/** A few seconds of dispatching; until the status is `applied`. */
export const applyPushedList = (listId: string) => call('pushedlist', 'apply', { listId }, 'safe');
export const discardPushedList = (listId: string) => call('pushedlist', 'discard', { listId }, 'never');

/** One page of what was wrong; `after` is the last page's `next`. */
export const listPushedFaults = (listId: string, after?: number) =>
  call('pushedlist', 'faults', after === undefined ? { listId } : { listId, after }, 'safe');

/** One page of people to be found in my grids, or of those whose search ended. */
export const listPushedEntries = (form: Inputs['entries']) => call('pushedlist', 'entries', form, 'safe');

export const readPushedEntry = (entryId: string) => call('pushedlist', 'entry', { entryId }, 'safe');

/** The number to dial. Each opening is recorded, so it is never asked twice by itself. */
export const openPushedPhone = (entryId: string, reason: string) =>
  call('pushedlist', 'openPhone', { entryId, reason }, 'never');

export const recordTry = (form: TryForm) => call('pushedlist', 'recordTry', form, 'safe');
export const endSearch = (form: EndForm) => call('pushedlist', 'end', form, 'safe');
export const reopenSearch = (form: ReopenForm) => call('pushedlist', 'reopen', form, 'safe');
export const assignEntry = (form: AssignForm) => call('pushedlist', 'assign', form, 'safe');
