import { openid } from './session';
import { askPermission } from './dialogs/permission-sheet';

export type Scope = 'scope.userLocation' | 'scope.writePhotosAlbum' | 'scope.camera' | 'scope.record';

const key = `phone-settings:${openid}`;
const read = (): Partial<Record<string, boolean>> =>
  JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, boolean>>;

/** What this persona allowed or refused so far, as WeChat's settings page lists it. */
export const authorizations = read;

export function setAuthorization(scope: string, allowed: boolean): void {
  localStorage.setItem(key, JSON.stringify({ ...read(), [scope]: allowed }));
}

/** Asks once; afterwards WeChat answers by itself as decided, until changed in the settings. */
export async function authorized(scope: Scope, request: string, reason?: string): Promise<boolean> {
  const decided = read()[scope];
  if (decided !== undefined) return decided;
  const allowed = await askPermission({ request, ...(reason === undefined ? {} : { reason }) });
  setAuthorization(scope, allowed);
  return allowed;
}
