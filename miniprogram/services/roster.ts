import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { makeRequestId } from './request-id';
import { handOver, openDownloaded, openMadeSpreadsheet, type PickedFile } from './spreadsheets';

export type ExportForm = InputOf<Contracts['roster']['export']>;

export const readRoster = (gridId: string) => call('roster', 'overview', { gridId }, 'safe');

/** Uploads a spreadsheet for a village and hands it over; from then on it is an import that `checkRoster` goes on with. */
export async function stageRoster(gridId: string, picked: PickedFile) {
  const requestId = await makeRequestId();
  return handOver(`roster-uploads/${requestId}.xlsx`, picked, (file) =>
    call('roster', 'stage', { requestId, gridId, ...file }, 'safe'),
  );
}

/** A few seconds of the dry run; until the status is `checked`. */
export const checkRoster = (jobId: string) => call('roster', 'check', { jobId }, 'safe');
/** A few seconds of applying; until the status is `applied`. */
export const applyRoster = (jobId: string) => call('roster', 'apply', { jobId }, 'safe');
export const discardRoster = (jobId: string) => call('roster', 'discard', { jobId }, 'never');

/** One page of what was wrong; `after` is the last page's `next`. */
export const listFaults = (jobId: string, after?: number) =>
  call('roster', 'faults', after === undefined ? { jobId } : { jobId, after }, 'safe');

/** Opens the empty roster of a village. */
export const openTemplate = async (gridId: string): Promise<void> =>
  openMadeSpreadsheet(await call('roster', 'template', { gridId }, 'safe'));

/** Opens the village's households with their numbers in the clear. Each export is recorded, so it is never sent twice by itself. */
export async function openExport(form: ExportForm): Promise<{ people: number; households: number }> {
  const { url, people, households } = await call('roster', 'export', form, 'never');
  await openDownloaded(url);
  return { people, households };
}
