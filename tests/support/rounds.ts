import type { ItemDocument } from '../../cloudfunctions/catalogue/item.document';
import type { RoundForm } from '../../cloudfunctions/contracts/rounds';
import { chinaTime, toCalendarDate, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { Distribution, RoundItem } from '../../cloudfunctions/contracts/supplies';
import { stockOf } from '../../cloudfunctions/rounds/open-round';
import type { RoundDocument, RoundStockDocument } from '../../cloudfunctions/rounds/round.document';
import { newRound, settledRound } from '../../cloudfunctions/rounds/round-file';
import { settledSchedule } from '../../cloudfunctions/rounds/schedule.repository';
import type { ScheduleDocument } from '../../cloudfunctions/rounds/schedule.document';
import { newRequestId } from './forms';
import type { Township } from './township';

/** Something to buy; change what the test is about. */
export const roundItem = (itemId: string, changes: Partial<RoundItem> = {}): RoundItem => ({
  itemId,
  name: `蔬菜包 ${itemId}`,
  spec: '5 样，约 8 斤',
  unit: '份',
  category: 'vegetables',
  drugClass: 'none',
  photo: null,
  price: 2500,
  limit: 2,
  stock: null,
  ...changes,
});

export type TestRound = {
  /** Whose round it is; the town's first village unless told. */
  gridPath?: readonly string[];
  /** Which grids may order: that grid unless told. */
  gridIds?: readonly string[];
  supplierId?: string;
  items?: RoundItem[];
  distribution?: Distribution;
  changes?: Partial<RoundDocument>;
};

/** Two points with two slots each, the day after tomorrow. */
export function distributionFrom(now: number, capacity = 30): Distribution {
  const date = toCalendarDate(chinaTime(now).add(2, 'day'));
  const slot = (slotId: string, pointId: string, from: string, until: string) => ({
    slotId,
    pointId,
    date,
    from,
    until,
    capacity,
  });
  return {
    points: [
      { pointId: 'p1', name: '文化广场', address: '村委会旁边' },
      { pointId: 'p2', name: '小学门口', address: '三组路口' },
    ],
    slots: [
      slot('s1', 'p1', '09:00', '09:30'),
      slot('s2', 'p1', '09:30', '10:00'),
      slot('s3', 'p2', '09:00', '09:30'),
      slot('s4', 'p2', '09:30', '10:00'),
    ],
    doorDate: date,
  };
}

type Here = Pick<Township, 'simulator' | 'documents' | 'here'>;
type Grid = { _id: string; path: string[]; pathNames: string[] };

/** A round that is open since now and until tomorrow, made by the product's own builders, straight in the database. */
export function putOpenRound(township: Here, given: TestRound = {}): RoundDocument {
  const { simulator, documents, here } = township;
  const now = chinaTime(simulator.clock.now());
  const grids = documents<Grid>('grids');
  const gridOf = (id: string | undefined): Grid => grids.find(({ _id }) => _id === id)!;
  const grid = gridOf((given.gridPath ?? here.gridPath).at(-1));
  const at = toTimestamp(now);
  const draft = newRound({
    _id: `round-${newRequestId()}`,
    grid,
    grids: (given.gridIds ?? [grid._id]).map(gridOf),
    supplier: { _id: given.supplierId ?? 'supplier-test', name: '惠民超市' },
    form: {
      title: '蔬菜肉蛋团购',
      audience: 'everyone',
      opensAt: null,
      closesAt: toTimestamp(now.add(1, 'day')),
      distribution: given.distribution ?? distributionFrom(now.valueOf()),
    },
    items: given.items ?? [roundItem('veg'), roundItem('egg', { price: 2350, limit: 1, stock: 20 })],
    scheduleId: null,
    by: { openid: 'o-straight-in', name: '测试人员' },
    requestId: newRequestId(),
    at,
  });
  const round = settledRound({ ...draft, number: 1, status: 'open', ...given.changes });
  simulator.database.insertMany('rounds', [round]);
  if (round.status === 'open') simulator.database.insertMany('round_stock', [stockOf(round)]);
  return round;
}

/** The round as it stands in the database. */
export const roundNow = ({ documents }: Pick<Township, 'documents'>, roundId: string): RoundDocument =>
  documents<RoundDocument>('rounds').find(({ _id }) => _id === roundId)!;

export const stockNow = ({ documents }: Pick<Township, 'documents'>, roundId: string): RoundStockDocument =>
  documents<RoundStockDocument>('round_stock').find(({ _id }) => _id === roundId)!;

/** A draft as a leader's phone sends it, for the first village and from tomorrow's cut-off on. */
export function roundForm(
  { simulator, here }: Pick<Township, 'simulator' | 'here'>,
  items: readonly Pick<ItemDocument, '_id' | 'supplierId'>[],
  changes: Partial<RoundForm> = {},
): RoundForm {
  const now = simulator.clock.now();
  return {
    title: '蔬菜肉蛋团购',
    gridIds: [here.gridId],
    supplierId: items[0]!.supplierId,
    audience: 'everyone',
    items: items.map(({ _id }) => ({ itemId: _id, limit: 2, stock: null })),
    opensAt: null,
    closesAt: toTimestamp(chinaTime(now).add(1, 'day')),
    distribution: distributionFrom(now),
    ...changes,
  };
}

/** Rounds like this one every two days, since now; the next in two days. */
export function putSchedule(
  { simulator }: Pick<Township, 'simulator'>,
  round: RoundDocument,
  changes: Partial<ScheduleDocument> = {},
): ScheduleDocument {
  const now = chinaTime(simulator.clock.now());
  const schedule = settledSchedule({
    _id: `schedule-${newRequestId()}`,
    gridId: round.gridId,
    gridPath: round.gridPath,
    pathNames: round.pathNames,
    plan: round,
    everyDays: 2,
    status: 'active',
    nextAt: toTimestamp(now.add(2, 'day')),
    trouble: '',
    startedAt: toTimestamp(now),
    startedBy: { openid: 'o-straight-in', name: '测试人员' },
    lacking: null,
    countsAt: toTimestamp(now.add(2, 'day')),
    counting: null,
    wakesAt: '',
    version: 1,
    changes: [],
    ...changes,
  });
  simulator.database.insertMany('round_schedules', [schedule]);
  return schedule;
}
