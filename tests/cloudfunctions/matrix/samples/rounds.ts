import type { RoundStatus } from '../../../../cloudfunctions/contracts/supplies';
import { chinaTime, toTimestamp } from '../../../../cloudfunctions/kernel/clock';
import { newRequestId } from '../../../support/forms';
import { putOpenRound, putSchedule, roundForm } from '../../../support/rounds';
import { putItem, putSupplier } from '../../../support/suppliers';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const rounds: SamplesOf<'rounds'> = {
  list: () => ({ tab: 'current' }),
  show: ({ township }) => ({ roundId: putOpenRound(township)._id }),
  saveDraft: ({ township }) => ({
    requestId: newRequestId(),
    form: roundForm(township, [putItem(township, putSupplier(township, township.here))]),
  }),
  copy: (world) => ({ requestId: newRequestId(), roundId: roundIn(world, 'settled').roundId }),
  discard: (world) => roundIn(world, 'draft'),
  open: (world) => roundIn(world, 'draft'),
  moveCutOff: (world) => ({
    ...roundIn(world, 'open'),
    closesAt: toTimestamp(chinaTime(world.township.simulator.clock.now()).add(2, 'hour')),
  }),
  close: (world) => roundIn(world, 'open'),
  cancel: (world) => ({ ...roundIn(world, 'open'), reason: '车坏了，菜来不了' }),
  distribute: (world) => roundIn(world, 'arrived'),
  progress: ({ township }) => ({ roundId: putOpenRound(township)._id }),
  notOrdered: ({ township }) => ({
    roundId: putOpenRound(township)._id,
    gridId: township.here.gridId,
  }),
  lacking: () => ({}),
  openPhone: ({ enrolled }) => ({ householdId: enrolled.householdId }),
  schedules: () => ({}),
  schedule: ({ township }) => ({
    requestId: newRequestId(),
    roundId: putOpenRound(township)._id,
    everyDays: 2,
    firstAt: toTimestamp(chinaTime(township.simulator.clock.now()).add(2, 'day')),
  }),
  endSchedule: ({ township }) => ({
    requestId: newRequestId(),
    scheduleId: putSchedule(township, putOpenRound(township))._id,
  }),
  changeSettings: () => ({ daysBetweenRounds: 2, daysWithoutSupplies: 3 }),
  tick: () => ({}),
};

/** A round of a supplier that sells, as its page shows it. */
function roundIn({ township }: World, status: RoundStatus) {
  const supplier = putSupplier(township, township.here);
  const {
    _id: itemId,
    name,
    spec,
    unit,
    category,
    drugClass,
    photo,
    price,
    limit,
  } = putItem(township, supplier);
  const { _id: roundId, version } = putOpenRound(township, {
    supplierId: supplier._id,
    items: [{ itemId, name, spec, unit, category, drugClass, photo, price, limit, stock: null }],
    changes: { status },
  });
  return { requestId: newRequestId(), roundId, version };
}
