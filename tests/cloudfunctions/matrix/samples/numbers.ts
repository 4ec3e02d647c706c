import { alertIn } from './alerts';
import type { SamplesOf } from './samples-of';

export const numbers: SamplesOf<'numbers'> = {
  show: ({ township }) => ({ gridId: township.here.gridId }),
  origins: ({ township }) => ({ gridId: township.here.gridId }),
  days: ({ township }) => ({ gridId: township.here.gridId }),
  rows: (world) => {
    alertIn(world);
    return { gridId: world.township.here.gridId, figure: 'alerts' };
  },
};
