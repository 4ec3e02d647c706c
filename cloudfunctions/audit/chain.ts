import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEntry } from '../kernel/audit-trail';

/**
 * The chain of seals. Each seal lists a batch of entries and hashes that list together with the previous seal's hash, with a key
 * that the database does not hold: nobody who can write to the database can make, change, drop or reorder a link unseen.
 */
export type Seal = {
  /** `seal:<number>`, so that two timers can't both make it. */
  _id: string;
  number: number;
  /** Moments of its first and last entry. */
  from: string;
  to: string;
  entries: readonly { id: string; mac: string }[];
  previous: string;
  hash: string;
};

/** Says which seal is the last, so that cutting off the end of the chain shows. */
export type Head = { _id: 'head'; number: number; hash: string; mac: string };

export const sealId = (number: number): string => `seal:${number}`;

/** What the first seal follows. */
export const CHAIN_START = { number: 0, hash: 'start' } as const;

/** The seal over the next batch; `entries` is not empty and in order. */
export function sealOver(
  key: Buffer,
  last: Pick<Seal, 'number' | 'hash'>,
  entries: readonly AuditEntry[],
): Seal {
  const seal = {
    _id: sealId(last.number + 1),
    number: last.number + 1,
    from: entries[0]!.at,
    to: entries.at(-1)!.at,
    entries: entries.map(({ _id, mac }) => ({ id: _id, mac })),
    previous: last.hash,
  };
  return { ...seal, hash: hashOf(key, seal) };
}

export function headAt(key: Buffer, { number, hash }: Pick<Seal, 'number' | 'hash'>): Head {
  return { _id: 'head', number, hash, mac: hmac(key, ['head', number, hash]) };
}

export const hashOf = (key: Buffer, seal: Omit<Seal, 'hash' | '_id'>): string =>
  hmac(key, [
    'seal',
    seal.number,
    seal.previous,
    seal.from,
    seal.to,
    seal.entries.map(({ id, mac }) => [id, mac]),
  ]);

const hmac = (key: Buffer, parts: readonly unknown[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

/** Equal, told in the same time wherever they differ. */
export const sameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};
