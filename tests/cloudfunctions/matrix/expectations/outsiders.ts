import type { Contracts } from '../../../../cloudfunctions/contracts';
import { CALLERS, type CallerName } from '../callers';

/** Callers to whom nothing of the enrolled household may ever be shown. */
const OUTSIDERS: readonly CallerName[] = CALLERS.filter(
  (caller) =>
    caller !== 'own household' &&
    !(
      ['gridMember here', 'gridLeader here', 'townOfficer here', 'townOfficer of the town'] as CallerName[]
    ).includes(caller),
);

/** Where the doctor of the village works: there its people are theirs to see. The home page names who has a fever, and who
 * has not heard of a notice is somebody to look after. */
const HEALTH: readonly (keyof Contracts)[] = [
  'alerts',
  'home',
  'medicines',
  'numbers',
  'observation',
  'reach',
  'returns',
  'rulebook',
];

/** Where the round's supplier works: whoever hands goods out knows whose they are. */
const SUPPLIES: readonly (keyof Contracts)[] = ['pickup', 'settlement'];

export const isOutsider = (functionName: keyof Contracts, caller: CallerName): boolean =>
  OUTSIDERS.includes(caller) &&
  !(caller === 'villageDoctor here' && HEALTH.includes(functionName)) &&
  !(caller === 'supplier here' && SUPPLIES.includes(functionName));
