import type * as z from 'zod';
import type { Grid, GridLevel } from '../contracts';
import type { CareCategory } from '../contracts/person';
import { AppError } from '../kernel/errors';

export const GRIDS = 'grids';
export const COVERAGE = 'coverage';

/** A grid of the township. Names are public; what is counted in it is not, and stands in `coverage`. */
export type GridDocument = {
  _id: string;
  name: string;
  /** 编号, where the town has given one; no sibling has the same. */
  code?: string;
  level: GridLevel;
  /** Null for a town. */
  parentId: string | null;
  /** From the town down to this grid. */
  path: string[];
  pathNames: string[];
  childCount: number;
  /** Among its siblings: when it was added, in epoch milliseconds. */
  order: number;
  /** 停用: nobody registers here any more; what is on file stays. Marked on everything below as well. */
  retired?: boolean;
  /** Where it stood before, oldest first. The request tells a late repeat from another move. */
  movedFrom?: { parentId: string; at: string; requestId: string }[];
};

/**
 * Counters of one grid's own files. They move with a file's status in the same transaction. Families register in the lowest grids
 * only, so a village's or the town's figures are the sum over `gridPath`, and no document at the top is hot.
 */
export type CoverageDocument = {
  _id: string;
  gridPath: string[];
  pathNames: string[];
  /** 应登记户数 by the village's own roll; zero as soon as the grid has grids below it, which then count. */
  known: number;
  /** On the roster, not registered yet. */
  rostered: number;
  submitted: number;
  verified: number;
  returned: number;
  /** 七类人 among all people on file, by category. */
  care: Partial<Record<z.infer<typeof CareCategory>, number>>;
};

/** A grid as first added; below `parent`, or a town for null. */
export const newGrid = (
  {
    id,
    name,
    code = '',
    level,
    order,
  }: { id: string; name: string; code?: string | undefined; level: GridLevel; order: number },
  parent: GridDocument | null,
): GridDocument => ({
  _id: id,
  name,
  ...(code !== '' && { code }),
  level,
  parentId: parent?._id ?? null,
  path: [...(parent?.path ?? []), id],
  pathNames: [...(parent?.pathNames ?? []), name],
  childCount: 0,
  order,
});

/** What anybody may know of a grid. */
export const gridView = (grid: GridDocument): Grid => ({
  id: grid._id,
  name: grid.name,
  level: grid.level,
  pathNames: grid.pathNames,
  hasChildren: grid.childCount > 0,
});

export const emptyCoverage = (grid: GridDocument, known: number): CoverageDocument => ({
  _id: grid._id,
  gridPath: grid.path,
  pathNames: grid.pathNames,
  known,
  rostered: 0,
  submitted: 0,
  verified: 0,
  returned: 0,
  care: {},
});

/** Households belong to a team or a unit, and to the lowest one there: a village is too large to knock on its doors. */
export const takesHouseholds = (grid: Pick<GridDocument, 'level' | 'childCount' | 'retired'>): boolean =>
  (grid.level === 'team' || grid.level === 'unit') && grid.childCount === 0 && grid.retired !== true;

/** The grid, where households may register; throws, in words for whoever came with its code, where they may not. */
export function openForHouseholds(grid: GridDocument): GridDocument {
  if (takesHouseholds(grid)) return grid;
  if (grid.retired === true) throw new AppError('CONFLICT', `${grid.name}已经停用，不能登记到那里`);
  throw new AppError('CONFLICT', `${grid.name}下面还分着组，要登记到组里`);
}
