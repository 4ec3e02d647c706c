import { toTimestamp, chinaTime } from '../kernel/clock';
import type { RoundForm } from '../contracts/rounds';
import type { RoundItem } from '../contracts/supplies';
import { type RoundDocument, SECONDS_TO_SETTLE } from './round.document';

/** What follows from the rest of a round: the order of lists, and when the timer has to look at it. */
export const settledRound = (round: RoundDocument): RoundDocument => ({
  ...round,
  listKey: `${round.closesAt} ${round._id}`,
  wakesAt: wakesAtOf(round),
});

function wakesAtOf({ status, job, autoOpens, opensAt, closesAt }: RoundDocument): string {
  if (job !== null) return job.step === 'sum' && job.cursor === '' ? settlesAt(closesAt) : job.since;
  if (status === 'draft') return autoOpens ? opensAt : '';
  return status === 'open' ? closesAt : '';
}

/** So long after cut-off no order can still be on its way. */
const settlesAt = (cutOff: string): string => toTimestamp(chinaTime(cutOff).add(SECONDS_TO_SETTLE, 'second'));

/** A moment as all others are stored: orders and the timer compare them as texts, and a phone may write them in another offset. */
export const inChina = (moment: string): string => toTimestamp(chinaTime(moment));

type Grid = { _id: string; path: readonly string[]; pathNames: readonly string[] };

export type NewRound = {
  _id: string;
  /** The lowest grid that holds all of `grids`. */
  grid: Grid;
  grids: readonly Pick<Grid, '_id' | 'path'>[];
  supplier: { _id: string; name: string };
  form: Pick<RoundForm, 'title' | 'audience' | 'opensAt' | 'closesAt' | 'distribution'>;
  items: RoundItem[];
  scheduleId: string | null;
  by: { openid: string; name: string };
  requestId: string;
  at: string;
};

/** A draft. */
export const newRound = (given: NewRound): RoundDocument => {
  const { _id, grid, grids, supplier, form, items, scheduleId, by, requestId, at } = given;
  return settledRound({
    _id,
    number: 0,
    title: form.title,
    gridId: grid._id,
    gridPath: [...grid.path],
    pathNames: [...grid.pathNames],
    ...orderedFrom(grids),
    supplierId: supplier._id,
    supplierName: supplier.name,
    status: 'draft',
    audience: form.audience,
    items,
    opensAt: form.opensAt === null ? at : inChina(form.opensAt),
    autoOpens: form.opensAt !== null,
    closesAt: inChina(form.closesAt),
    listKey: '',
    distribution: form.distribution,
    scheduleId,
    demand: null,
    confirmed: null,
    substitutes: {},
    short: null,
    job: null,
    wakesAt: '',
    openedBy: by,
    cancelled: null,
    arrivedAt: null,
    settledAt: null,
    version: 1,
    changes: [{ requestId, by: by.openid, byName: by.name, at, what: '建了草稿' }],
  });
};

/** Which grids may order, and all on the ways to them. */
export const orderedFrom = (
  grids: readonly Pick<Grid, '_id' | 'path'>[],
): Pick<RoundDocument, 'gridIds' | 'reach'> => ({
  gridIds: grids.map(({ _id }) => _id),
  reach: [...new Set(grids.flatMap(({ path }) => [...path]))],
});
