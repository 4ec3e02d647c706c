import { createHash } from 'node:crypto';
import { LEVELS } from '../../miniprogram/shared/labels';
import type * as z from 'zod';
import type { GridLevel } from '../contracts';
import type { CareCategory } from '../contracts/person';

/** Which grids may stand right below which. */
const BELOW: Readonly<Record<GridLevel, readonly GridLevel[]>> = {
  town: ['village'],
  village: ['team'],
  team: ['unit'],
  unit: [],
};

/** What is wrong with a level below another, to be said beside the field; null when it fits. */
export function levelError(parent: GridLevel, level: GridLevel): string | null {
  const allowed = BELOW[parent];
  if (allowed.includes(level)) return null;
  const [fitting] = allowed;
  return fitting === undefined
    ? `${LEVELS[parent]}下面不能再分网格`
    : `${LEVELS[parent]}下面只能加${LEVELS[fitting]}`;
}

/** The same request makes the same grid. */
export const newGridId = (parentId: string, requestId: string): string =>
  `g${createHash('sha256').update(`${parentId}:${requestId}`).digest('hex').slice(0, 15)}`;

/** Counters summed over the grids below one; `registered` counts the files that are there, in whatever state. */
export type Counts = {
  /** By the village's roll, and never fewer than there are files. */
  known: number;
  rostered: number;
  submitted: number;
  verified: number;
  returned: number;
};
export const registeredOf = ({
  submitted,
  verified,
  returned,
}: Pick<Counts, 'submitted' | 'verified' | 'returned'>): number => submitted + verified + returned;

/** People to be looked after first, by category. */
export type CareCounts = Record<z.infer<typeof CareCategory>, number>;

type Registered = { registered: number; known: number };

/** Orders grids by what is left to do: worst share first, then who misses more. */
export const worstFirst = (a: Registered, b: Registered): number =>
  share(a) - share(b) || b.known - b.registered - (a.known - a.registered);

/** Nobody known to live there means that nobody is missing. */
const share = ({ registered, known }: Registered): number => (known === 0 ? 1 : registered / known);
