import { newRequestId } from '../../../support/forms';
import { putRumour, rumourForm } from '../../../support/rumours';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

/** Told by the household that the sample is about. */
const told = ({ township, enrolled }: World, changes: Parameters<typeof putRumour>[1] = {}) =>
  putRumour(township, { openid: enrolled.openid, householdId: enrolled.householdId, ...changes });

export const rumours: SamplesOf<'rumours'> = {
  groups: () => ({}),
  report: () => rumourForm(),
  mine: (world) => {
    told(world);
    return {};
  },
  queue: (world) => {
    told(world);
    return { tab: 'open' };
  },
  show: (world) => ({ rumourId: told(world)._id }),
  openPicture: (world) => ({
    rumourId: told(world, { picture: 'cloud://cunan.636e/rumours/sample/picture.jpg' })._id,
  }),
  join: (world) => ({
    requestId: newRequestId(),
    rumourId: told(world)._id,
    version: 1,
    into: told(world)._id,
  }),
  part: (world) => ({
    requestId: newRequestId(),
    rumourId: told(world, { status: 'joined', leadId: told(world, { reports: 2 })._id })._id,
    version: 1,
  }),
  close: (world) => ({
    requestId: newRequestId(),
    rumourId: told(world)._id,
    version: 1,
    reason: '已经核实，没有这回事',
  }),
  tick: () => ({}),
};
