import type { Limit } from '../contracts/contract';
import type { Database } from './context';
import { unscoped } from './documents';
import { AppError } from './errors';

/** Stops a phone gone wild before it costs a database call, whatever the action. */
export const FLOOD: Limit = { times: 120, perSeconds: 60, counted: 'instance' };

/** More callers than one instance sees in an hour; the oldest are forgotten first. */
const MOST_KEYS = 5_000;

/** Counts in this instance's memory, in a sliding window. Several instances count each for itself. */
export class InstanceCounter {
  private readonly calls = new Map<string, number[]>();

  /** How many callers are remembered. */
  get size(): number {
    return this.calls.size;
  }

  /** `now` in epoch ms. Throws TOO_MANY_REQUESTS. */
  count(key: string, limit: Limit, now: number): void {
    const windowMs = limit.perSeconds * 1000;
    const recent = (this.calls.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    // Re-inserted at the end, so that the map's order is the order of last use.
    this.calls.delete(key);
    this.calls.set(key, recent);
    const oldest = this.calls.keys().next();
    if (this.calls.size > MOST_KEYS && oldest.done !== true) this.calls.delete(oldest.value);
    if (recent.length >= limit.times) throw tooMany(recent[0]! + windowMs - now);
    recent.push(now);
  }
}

/** `<caller>:<action>:<start of the window>`; removed by the audit timer once `expiresAt` (epoch ms) is over. */
export type RateWindow = { _id: string; times: number; expiresAt: number };

/** Counts in the database, in fixed windows: exact over all instances and parallel calls. Throws TOO_MANY_REQUESTS. */
export async function countInDatabase(
  database: Database,
  key: string,
  limit: Limit,
  now: number,
): Promise<void> {
  const windows = unscoped<RateWindow>(database, 'rate_limits');
  const windowMs = limit.perSeconds * 1000;
  const start = Math.floor(now / windowMs) * windowMs;
  const _id = `${key}:${start}`;
  const takeOne = async () =>
    (await windows.update(
      { _id, times: database.command.lt(limit.times) },
      { times: database.command.inc(1) },
    )) === 1;

  if (await takeOne()) return;
  if (await windows.insert({ _id, times: 1, expiresAt: start + windowMs })) return;
  // Full, or a parallel call has just opened the window.
  if (await takeOne()) return;
  throw tooMany(start + windowMs - now);
}

const tooMany = (waitMs: number): AppError =>
  new AppError('TOO_MANY_REQUESTS', `操作太频繁，请 ${Math.max(1, Math.ceil(waitMs / 60_000))} 分钟后再试`);
