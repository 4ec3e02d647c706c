import type { StaffRole } from '../contracts/contract';
import type { Caller } from './context';

/**
 * What a caller may see, made by `serve` from the action's access and the caller's posts or household.
 * - `household`: one household's own documents
 * - `grids`: documents whose `gridPath` holds one of these grids
 * - `public`: only what anybody may know (grid names), or what a use case creates for the caller: `scoped` documents are
 *   all out of reach
 * - `system`: timers and operators: everything
 */
export type Scope =
  | { kind: 'household'; householdId: string }
  | { kind: 'grids'; gridIds: readonly string[] }
  | { kind: 'public' }
  | { kind: 'system' };

/** The caller's own household: for actions that anyone may call but that show more to those who belong somewhere. */
export const householdScope = (caller: Caller): Scope =>
  caller.householdId === null ? { kind: 'public' } : { kind: 'household', householdId: caller.householdId };

/** The grids in which the caller holds one of the roles, and everything below them; `public` when there are none. */
export function gridScope(caller: Caller, roles: readonly StaffRole[]): Scope {
  const gridIds = new Set(
    caller.posts.filter((post) => roles.includes(post.role)).map((post) => post.gridId),
  );
  return gridIds.size === 0 ? { kind: 'public' } : { kind: 'grids', gridIds: [...gridIds] };
}

/** True when a document with this `gridPath` (town first) lies in the scope. A household's scope holds no grid. */
export function mayTouchGrid(scope: Scope, gridPath: readonly string[]): boolean {
  if (scope.kind === 'system') return true;
  return scope.kind === 'grids' && scope.gridIds.some((gridId) => gridPath.includes(gridId));
}
