import type * as z from 'zod';

/** Roles held in a grid. `resident` and `householdHead` are not given: they follow from the household one belongs to. */
export type StaffRole =
  | 'gridMember'
  | 'gridLeader'
  | 'villageDoctor'
  | 'checkpointGuard'
  | 'townOfficer'
  | 'supplier'
  | 'inspector';

/**
 * Who may call an action, and over what (role × scope). `serve` enforces it before the use case runs.
 * - `anyone`: any WeChat user, also one whom nobody knows yet
 * - `household`: whose phone belongs to a household; the scope is that household
 * - `staff`: holders of one of the roles; the scope is the grids in which they hold it, and everything below
 * - `timer`, `operator`: CloudBase's timer, or a person at CloudBase's console or command line; never a phone
 */
export type Access =
  | { by: 'anyone' }
  | { by: 'household' }
  | { by: 'staff'; roles: readonly [StaffRole, ...StaffRole[]] }
  | { by: 'timer' }
  | { by: 'operator' };

/**
 * How often one caller may do it. Counted in the instance (cheap, approximate), or, where guessing would open somebody's
 * file, in the database (exact over all instances).
 */
export type Limit = { times: number; perSeconds: number; counted: 'instance' | 'database' };

export type Action = {
  access: Access;
  /** `personal`: touches or shows somebody's data, so each call leaves an audit entry. */
  audit: 'personal' | 'none';
  limit?: Limit;
  input: z.ZodType;
  output: z.ZodType;
};
export type Contract = Record<string, Action>;

export type ErrorCode =
  | 'INVALID_INPUT'
  | 'UNREGISTERED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL';

/** `fields`: input path joined by dots (`head.idNumber`, `members.0.name`) → what to tell the user beside that field. */
export type Failure = { code: ErrorCode; message: string; fields?: Record<string, string> };
export type Reply<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** What travels to a function: `action` picks the use case, `input` is parsed by its contract. */
export type Request = { action: string; input?: unknown };
