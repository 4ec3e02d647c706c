import type { StaffRole } from '../../cloudfunctions/contracts/index';

const KEY = 'hat';

/** Whose home somebody who is both sees: the post's or the household's. Kept on this phone. */
export type Hat = 'staff' | 'resident';

export const readHat = (): Hat => (wx.getStorageSync(KEY) === 'resident' ? 'resident' : 'staff');
export const chooseHat = (hat: Hat): void => wx.setStorageSync(KEY, hat);

const VERIFIERS: readonly StaffRole[] = ['gridMember', 'gridLeader', 'townOfficer'];

/** May verify households: sees the queue. */
export const verifies = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => VERIFIERS.includes(role));

const WATCHERS: readonly StaffRole[] = [...VERIFIERS, 'villageDoctor'];

/** Looks after people who came back: checks, readings, alerts. */
export const watches = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => WATCHERS.includes(role));

/** Runs the town's office: changes grids and posts. */
export const runsOffice = (roles: readonly StaffRole[]): boolean => roles.includes('townOfficer');

const HELD = 'roles';

/** What posts I hold, kept on this phone: pages leave out what only others may do. Unknown, nothing is left out: the cloud decides. */
export const keepRoles = (roles: readonly StaffRole[]): void => wx.setStorageSync(HELD, roles);
export function holds(...wanted: StaffRole[]): boolean {
  const held: unknown = wx.getStorageSync(HELD);
  return !Array.isArray(held) || wanted.some((role) => held.includes(role));
}

/** The roles last known of me here; none before the home page was seen. */
export function heldRoles(): StaffRole[] {
  const held: unknown = wx.getStorageSync(HELD);
  return Array.isArray(held) ? (held as StaffRole[]) : [];
}
