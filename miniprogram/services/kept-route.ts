import type { Route } from './pickup';

const KEY = 'door-route';
/** Addresses don't stay on a phone that has done its walk. */
const KEPT_MS = 2 * 24 * 3_600_000;

type Kept = { keptAt: number; route: Route };

/** Keeps the way that is walked now; the one before it goes. */
export function keepRoute(route: Route, now: number): void {
  try {
    wx.setStorageSync(KEY, { keptAt: now, route } satisfies Kept);
  } catch {
    // The phone is full: then the way needs the network each time.
    wx.removeStorageSync(KEY);
  }
}

/** The way to the doors of a round as this phone kept it; undefined when it was never fetched, or too long ago. */
export function readKeptRoute(roundId: string, now: number): Route | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  const kept = typeof value === 'object' && value !== null && 'route' in value ? (value as Kept) : undefined;
  return kept?.route.round.roundId === roundId && now - kept.keptAt < KEPT_MS ? kept.route : undefined;
}
