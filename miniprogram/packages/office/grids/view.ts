import type { GridLevel } from '../../../../cloudfunctions/contracts/index';
import type { readGrid } from '../../../services/township';
import { LEVELS, ROLES } from '../../../shared/labels';

export type GridView = {
  gridId: string;
  name: string;
  /** 编号; empty for none. */
  code: string;
  level: GridLevel;
  path: string;
  knownHouseholds: number;
  /** Nothing below it: its own count of households matters. */
  lowest: boolean;
  retired: boolean;
  /** Its move under another grid was begun and not ended. */
  moving: boolean;
  /** Families register here, so it has a 登记码. */
  takesHouseholds: boolean;
  children: { id: string; name: string; note: string; retired: boolean }[];
  posts: { postId: string; name: string; role: string; phoneMask: string; invited: boolean }[];
};

export const emptyGrid: GridView = {
  gridId: '',
  name: '',
  code: '',
  level: 'town',
  path: '',
  knownHouseholds: 0,
  lowest: false,
  retired: false,
  moving: false,
  takesHouseholds: false,
  children: [],
  posts: [],
};

export const gridView = ({ grid, children, posts }: Awaited<ReturnType<typeof readGrid>>): GridView => ({
  gridId: grid.id,
  name: grid.name,
  code: grid.code,
  level: grid.level,
  path: grid.pathNames.join(' '),
  knownHouseholds: grid.knownHouseholds,
  lowest: !grid.hasChildren,
  retired: grid.retired,
  moving: grid.moving,
  takesHouseholds: !grid.hasChildren && !grid.retired && (grid.level === 'team' || grid.level === 'unit'),
  children: children.map(({ id, name, code, level, knownHouseholds, registered, retired }) => ({
    retired,
    id,
    name,
    note: `${LEVELS[level]}${code === '' ? '' : ` ${code}`} · 应登记 ${knownHouseholds} 户，已登记 ${registered} 户`,
  })),
  posts: posts.map(({ postId, name, role, phoneMask, status }) => ({
    postId,
    name,
    role: ROLES[role],
    phoneMask,
    invited: status === 'invited',
  })),
});
