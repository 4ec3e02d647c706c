import type { PickupRow } from '../../cloudfunctions/contracts/pickup';
import { CloudError } from './cloud';
import { readKeptRoute } from './kept-route';
import { fetchHandingList, type HandingList } from './pickup';

/** Households a key: one key holds 1 MB at most. */
const ROWS_A_KEY = 150;
/** Names and orders of people don't stay on a phone that has done its day. */
const KEPT_DAYS = 3;
const MOST_ROUNDS = 3;
const DAY = 24 * 3_600_000;
const KEY = 'handing-lists';

type Head = Omit<HandingList, 'rows'> & { keptAt: number; parts: number };
export type KeptList = HandingList & { keptAt: number };
/** `fresh`: just from the cloud; otherwise as this phone remembers it. */
export type FoundList = KeptList & { fresh: boolean };

/** Everybody of a round: from the cloud, or without a network as this phone kept it. Throws CloudError when there is neither. */
export async function handingList(roundId: string, now: number): Promise<FoundList> {
  try {
    const list = { ...(await fetchHandingList(roundId)), keptAt: now };
    keep(list);
    return { ...list, fresh: true };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN') forget(roundId);
    const kept = keptHandingList(roundId, now);
    if (error.code !== 'NETWORK' || kept === undefined) throw error;
    return { ...kept, fresh: false };
  }
}

/** The list as this phone kept it; undefined when it is too old, or was never fetched. */
export function keptHandingList(roundId: string, now: number): KeptList | undefined {
  const head = headOf(roundId);
  if (head === undefined || now - head.keptAt > KEPT_DAYS * DAY) return undefined;
  const { parts, ...list } = head;
  return { ...list, rows: partNumbers(parts).flatMap((part) => rowsOf(roundId, part)) };
}

/** One household of a kept list, or of the way to the doors. */
export function keptHandingRow(orderId: string, now: number): PickupRow | undefined {
  const roundId = roundOf(orderId);
  const isIt = (row: PickupRow) => row.orderId === orderId;
  return keptHandingList(roundId, now)?.rows.find(isIt) ?? readKeptRoute(roundId, now)?.rows.find(isIt);
}

/** Writes down how one order stands now. */
export function keepHandingRow(row: PickupRow): void {
  const roundId = roundOf(row.orderId);
  for (const part of partNumbers(headOf(roundId)?.parts ?? 0)) {
    const rows = rowsOf(roundId, part);
    const at = rows.findIndex(({ orderId, version }) => orderId === row.orderId && version <= row.version);
    if (at < 0) continue;
    rows[at] = row;
    wx.setStorageSync(partKey(roundId, part), rows);
    return;
  }
}

/** `<round>:<household>` */
export const roundOf = (orderId: string): string => orderId.split(':')[0] ?? '';

function keep({ rows, ...list }: KeptList): void {
  const { roundId } = list.round;
  const others = keptRounds().filter((one) => one.roundId !== roundId);
  const fresh = others.filter(({ keptAt }) => list.keptAt - keptAt < KEPT_DAYS * DAY);
  const stay = fresh.slice(-(MOST_ROUNDS - 1));
  for (const one of others) if (!stay.includes(one)) remove(one.roundId);
  remove(roundId);
  const parts = Math.ceil(rows.length / ROWS_A_KEY);
  try {
    for (const part of partNumbers(parts))
      wx.setStorageSync(partKey(roundId, part), rows.slice(part * ROWS_A_KEY, (part + 1) * ROWS_A_KEY));
    wx.setStorageSync(`${KEY}:${roundId}`, { ...list, parts } satisfies Head);
    wx.setStorageSync(KEY, [...stay, { roundId, keptAt: list.keptAt }]);
  } catch {
    // The phone's storage is full: then this list needs the network each time.
    remove(roundId);
  }
}

function forget(roundId: string): void {
  remove(roundId);
  wx.setStorageSync(
    KEY,
    keptRounds().filter((one) => one.roundId !== roundId),
  );
}

function remove(roundId: string): void {
  for (const part of partNumbers(headOf(roundId)?.parts ?? 0)) wx.removeStorageSync(partKey(roundId, part));
  wx.removeStorageSync(`${KEY}:${roundId}`);
}

const partNumbers = (parts: number): number[] => Array.from({ length: parts }, (_, part) => part);
const partKey = (roundId: string, part: number): string => `${KEY}:${roundId}:${part}`;

function headOf(roundId: string): Head | undefined {
  const value: unknown = wx.getStorageSync(`${KEY}:${roundId}`);
  return typeof value === 'object' && value !== null && 'parts' in value ? (value as Head) : undefined;
}

function rowsOf(roundId: string, part: number): PickupRow[] {
  const value: unknown = wx.getStorageSync(partKey(roundId, part));
  return Array.isArray(value) ? (value as PickupRow[]) : [];
}

function keptRounds(): { roundId: string; keptAt: number }[] {
  const value: unknown = wx.getStorageSync(KEY);
  return Array.isArray(value) ? (value as { roundId: string; keptAt: number }[]) : [];
}
