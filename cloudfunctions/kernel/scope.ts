/**
 * What a caller may see, made by `serve` from the action's access and the caller's posts or household.
 * - `household`: one household's own documents
 * - `grids`: documents whose `gridPath` holds one of these grids
 * - `public`: only what anybody may know (grid names), or what a use case creates for the caller
 * - `system`: timers and operators
 */
export type Scope =
  | { kind: 'household'; householdId: string }
  | { kind: 'grids'; gridIds: readonly string[] }
  | { kind: 'public' }
  | { kind: 'system' };
