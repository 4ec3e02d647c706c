import { createHash } from 'node:crypto';
import type { GridLevel } from '../contracts';

/** Which grids may stand right below which. */
const BELOW: Readonly<Record<GridLevel, readonly GridLevel[]>> = {
  town: ['village'],
  village: ['team'],
  team: ['unit'],
  unit: [],
};
const LEVEL_NAMES: Readonly<Record<GridLevel, string>> = {
  town: '镇',
  village: '村',
  team: '组',
  unit: '单元',
};

/** What is wrong with a level below another, to be said beside the field; null when it fits. */
export function levelError(parent: GridLevel, level: GridLevel): string | null {
  const allowed = BELOW[parent];
  if (allowed.includes(level)) return null;
  const [fitting] = allowed;
  return fitting === undefined
    ? `${LEVEL_NAMES[parent]}下面不能再分网格`
    : `${LEVEL_NAMES[parent]}下面只能加${LEVEL_NAMES[fitting]}`;
}

/** The same request makes the same grid. */
export const newGridId = (parentId: string, requestId: string): string =>
  `g${createHash('sha256').update(`${parentId}:${requestId}`).digest('hex').slice(0, 15)}`;

/** Counters summed over the grids below one; `registered` counts the files that are there, in whatever state. */
export type Counts = { known: number; submitted: number; verified: number; returned: number };
export const registeredOf = ({ submitted, verified, returned }: Omit<Counts, 'known'>): number =>
  submitted + verified + returned;
