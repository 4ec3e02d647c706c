import { putAlert } from '../../support/alerts';
import type { Town } from '../town';

export type Household = { _id: string; headName: string; gridId: string; papersIndexes: string[] };
type Grid = { _id: string; name: string; level: string };

/** Which household somebody of the demo belongs to. */
export const homeOf = (town: Town, openid: string): string =>
  town.documents<{ _id: string; householdId: string | null }>('accounts').find(({ _id }) => _id === openid)
    ?.householdId ?? '';

/** A file of the grid member's team that waits to be verified. */
export const waitingFile = (town: Town): string =>
  town.documents<Household>('households').find(({ headName }) => headName === '王桂英')?._id ?? '';

export const village = (town: Town): string =>
  town.documents<Grid>('grids').find(({ name }) => name === '柳溪村')?._id ?? '';

/** An alert of the grid member's team, as far as the page is about. */
export const alertIn = (town: Town, changes: Parameters<typeof putAlert>[2] = {}): string =>
  encodeURIComponent(putAlert(town, waitingFile(town), changes));
