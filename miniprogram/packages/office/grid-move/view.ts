import type { GridLevel } from '../../../../cloudfunctions/contracts/index';
import type { readGrid } from '../../../services/township';
import { LEVELS } from '../../../shared/labels';

type Details = Awaited<ReturnType<typeof readGrid>>;

const ABOVE: Partial<Record<GridLevel, GridLevel>> = { team: 'village', unit: 'team' };

/** 村 for a team, 组 for a unit: under what else it may stand. Empty for what doesn't move. */
export const levelAbove = (level: GridLevel): string => {
  const above = ABOVE[level];
  return above === undefined ? '' : LEVELS[above];
};

export type MoveView = {
  name: string;
  /** Where it stands, or where it is going while it moves. */
  parentId: string;
  parentName: string;
  levelAbove: string;
  moving: boolean;
  choices: { value: string; text: string }[];
};

export const emptyMove: MoveView = {
  name: '',
  parentId: '',
  parentName: '',
  levelAbove: '',
  moving: false,
  choices: [],
};

/** `siblings`: grids beside the one above, that one among them. */
export const moveView = ({ grid }: Details, siblings: Details['children']): MoveView => ({
  name: grid.name,
  parentId: grid.parentId ?? '',
  parentName: grid.pathNames[grid.pathNames.length - 2] ?? '',
  levelAbove: levelAbove(grid.level),
  moving: grid.moving,
  choices: siblings
    .filter(({ id, retired }) => id !== grid.parentId && !retired)
    .map(({ id, name }) => ({ value: id, text: name })),
});

/** How far a move is, out of all files that go along. */
export const progressOf = ({ moved, left }: { moved: number; left: number }) => ({
  percent: moved + left === 0 ? 0 : Math.floor((moved / (moved + left)) * 100),
  text: left === 0 ? `移了 ${moved} 户` : `移了 ${moved} 户，还有 ${left} 户`,
});
