import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { makeRequestId } from './request-id';
import { handOver, openMadeSpreadsheet, type PickedFile } from './spreadsheets';

type Rulebook = Contracts['rulebook'];
export type NewRulebook = InputOf<Rulebook['propose']>;
export type NewAreas = InputOf<Rulebook['proposeAreas']>;
export type NewEnds = InputOf<Rulebook['proposeEnds']>;
export type AreaSource = NewAreas['source'];
export type AreaSearch = InputOf<Rulebook['areas']>;

/** The field of a call's input, where there is something to put in it. */
const behind = (after: string | undefined): { after?: string } => (after === undefined ? {} : { after });

/** What is in force, and what waits for a second officer. */
export const readRules = () => call('rulebook', 'current', {}, 'safe');
export const listVersions = (before?: number) =>
  call('rulebook', 'history', before === undefined ? {} : { before }, 'safe');
export const readVersion = (version: number) => call('rulebook', 'version', { version }, 'safe');

export const proposeRulebook = (form: NewRulebook) => call('rulebook', 'propose', form, 'safe');
/** One part of whom a version would decide otherwise; ask on with its `next`. */
export const previewVersion = (version: number, after?: string) =>
  call('rulebook', 'preview', { version, ...behind(after) }, 'safe');
export const approveVersion = (version: number) =>
  call('rulebook', 'decide', { version, decision: 'approve' }, 'safe');
export const rejectVersion = (version: number, reason: string) =>
  call('rulebook', 'decide', { version, decision: 'reject', reason }, 'safe');

export const listAreas = (search: AreaSearch) => call('rulebook', 'areas', search, 'safe');
export const listAreaLists = (after?: string) => call('rulebook', 'areaLists', behind(after), 'safe');
export const readAreaList = (listId: string, after?: string) =>
  call('rulebook', 'areaList', { listId, ...behind(after) }, 'safe');

export const proposeAreas = (form: NewAreas) => call('rulebook', 'proposeAreas', form, 'safe');
export const proposeEnds = (form: NewEnds) => call('rulebook', 'proposeEnds', form, 'safe');
export const previewAreas = (listId: string, after?: string) =>
  call('rulebook', 'previewAreas', { listId, ...behind(after) }, 'safe');
export const approveAreas = (listId: string) =>
  call('rulebook', 'decideAreas', { listId, decision: 'approve' }, 'safe');
export const rejectAreas = (listId: string, reason: string) =>
  call('rulebook', 'decideAreas', { listId, decision: 'reject', reason }, 'safe');

/** Opens the empty list of areas. */
export const openAreaTemplate = async (): Promise<void> =>
  openMadeSpreadsheet(await call('rulebook', 'areaTemplate', {}, 'safe'));

/** Uploads a list of areas and proposes it, when every row is right. */
export async function importAreas(source: AreaSource, picked: PickedFile) {
  const requestId = await makeRequestId();
  return handOver(`area-uploads/${requestId}.xlsx`, picked, ({ fileId }) =>
    call('rulebook', 'importAreas', { requestId, source, fileId }, 'safe'),
  );
}

export const listSweeps = async () => (await call('rulebook', 'sweeps', {}, 'safe')).sweeps;
/** People here already for whom something stricter applies now. */
export const listFoundAgain = (after?: string) => call('rulebook', 'foundAgain', behind(after), 'safe');
export const settleFound = (found: InputOf<Rulebook['settleFound']>) =>
  call('rulebook', 'settleFound', found, 'safe');

/** Where the town lies: a county's code. */
export const setDivision = (code: string) => call('rulebook', 'setDivision', { code }, 'safe');
