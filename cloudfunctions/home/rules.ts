import type { StaffRole } from '../contracts';
import type { HeldPost } from '../kernel/context';
import type { CoverageRow } from '../township/coverage.repository';
import { registeredOf, worstFirst } from '../township/rules';

/** Roles that verify files, and so have a queue and a coverage to look after. */
export const VERIFYING_ROLES: readonly StaffRole[] = ['gridMember', 'gridLeader', 'townOfficer'];

/**
 * At which depth of the path a caller's coverage is summed: the grids right below the widest one they hold. A path of one name is a
 * town, so its villages stand at 1.
 */
export const coverageDepth = (posts: readonly Pick<HeldPost, 'gridPath'>[]): number =>
  Math.min(...posts.map(({ gridPath }) => gridPath.length));

export type Coverage = { gridId: string; name: string; registered: number; known: number };

/**
 * Coverage of the grids right below a jurisdiction, worst first: by share, then by how many are missing. A jurisdiction without grids below
 * shows itself. Registered are the files that are there, whatever their state.
 */
export function coverageWorstFirst(rows: readonly CoverageRow[]): Coverage[] {
  const below = rows.filter(({ isOwn }) => !isOwn);
  const shown = below.length > 0 ? below : rows;
  return shown
    .map((row) => ({
      gridId: row.gridId,
      name: row.pathNames.at(-1) ?? '',
      registered: registeredOf(row),
      known: row.known,
    }))
    .sort(worstFirst);
}

type Holder = { role: StaffRole; gridPath: readonly string[] };

/** Whom a household calls: the grid member nearest to it, or where there is none the nearest grid leader. */
export function nearestContact<T extends Holder>(holders: readonly T[]): T | null {
  const nearest = (role: StaffRole) =>
    holders.filter((holder) => holder.role === role).sort((a, b) => b.gridPath.length - a.gridPath.length)[0];
  return nearest('gridMember') ?? nearest('gridLeader') ?? null;
}
