import type { StaffRole } from '../../../cloudfunctions/contracts';
import type { Contracts } from '../../../cloudfunctions/contracts';
import type { World } from './world';

export const ROLES = [
  'gridMember',
  'gridLeader',
  'villageDoctor',
  'checkpointGuard',
  'townOfficer',
  'supplier',
  'inspector',
] as const satisfies readonly StaffRole[];

/** Everybody who may try an action; `here` is the village that the sample inputs speak of. */
export const CALLERS = [
  'stranger',
  'phone without an openid',
  'own household',
  'neighbour',
  'household there',
  ...ROLES.map((role) => `${role} here` as const),
  ...ROLES.map((role) => `${role} there` as const),
  'townOfficer of the town',
  'timer',
  'operator',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** Sends one call as that caller would, with a person of its own for each `cell`, so that calls don't limit each other. */
export async function callAs(
  who: CallerName,
  world: World,
  cell: string,
  { functionName, action, input }: { functionName: keyof Contracts; action: string; input: unknown },
): Promise<unknown> {
  const { simulator } = world.township;
  const data = { action, input };
  if (who === 'timer') return simulator.fireTimer(functionName);
  if (who === 'operator') return simulator.invoke(functionName, data);
  return simulator.call(functionName, data, { openid: openidOf(who, world, cell) });
}

function openidOf(who: Exclude<CallerName, 'timer' | 'operator'>, world: World, cell: string): string {
  const { township, enrolled } = world;
  switch (who) {
    case 'stranger':
      return `o-test-stranger-${cell}`;
    case 'phone without an openid':
      return '';
    case 'own household':
      return enrolled.openid;
    case 'neighbour':
      return township.here.resident;
    case 'household there':
      return township.there.resident;
    case 'townOfficer of the town':
      return township.holderOf('townOfficer', [township.town.gridId], cell);
    default: {
      const [role, where] = who.split(' ') as [StaffRole, 'here' | 'there'];
      return township.holderOf(role, township[where].gridPath, cell);
    }
  }
}
