import type { Grid } from '../../../../cloudfunctions/contracts/index';

/** A grid as the page shows it, below the one that it belongs to. */
export type TreeRow = {
  gridId: string;
  name: string;
  /** The grids above it in this tree. */
  above: string[];
  hasMore: boolean;
  isOpen: boolean;
  /** chosen by itself, or as part of one above it */
  state: 'off' | 'chosen' | 'covered';
};

type Placed = Omit<TreeRow, 'state'>;

export const rootRow = (gridId: string, place: string, hasMore: boolean): Placed => ({
  gridId,
  name: place.split(' ').pop() ?? '',
  above: [],
  hasMore,
  isOpen: false,
});

/** A grid opened: those right below it stand behind it. */
export function openedAt(rows: readonly Placed[], gridId: string, below: readonly Grid[]): Placed[] {
  const parent = rows.find((row) => row.gridId === gridId);
  if (!parent) return [...rows];
  const added = below
    .filter(({ id }) => !rows.some((row) => row.gridId === id))
    .map(({ id, name, hasChildren }) => ({
      gridId: id,
      name,
      above: [...parent.above, gridId],
      hasMore: hasChildren,
      isOpen: false,
    }));
  return rows.flatMap((row) => (row.gridId === gridId ? [{ ...row, isOpen: true }, ...added] : [row]));
}

export const closedAt = (rows: readonly Placed[], gridId: string): Placed[] =>
  rows
    .filter(({ above }) => !above.includes(gridId))
    .map((row) => (row.gridId === gridId ? { ...row, isOpen: false } : row));

/** The rows with what is chosen of them. */
export const shownRows = (rows: readonly Placed[], chosen: readonly string[]): TreeRow[] =>
  rows.map((row) => ({
    ...row,
    state: chosen.includes(row.gridId)
      ? 'chosen'
      : row.above.some((gridId) => chosen.includes(gridId))
        ? 'covered'
        : 'off',
  }));

/** A whole grid and one of its parts are not chosen together: the last press counts. */
export function pressed(rows: readonly TreeRow[], chosen: readonly string[], gridId: string): string[] {
  const row = rows.find((one) => one.gridId === gridId);
  if (!row) return [...chosen];
  if (row.state === 'chosen') return chosen.filter((id) => id !== gridId);
  const parts = rows.filter(({ above }) => above.includes(gridId)).map((one) => one.gridId);
  return [...chosen.filter((id) => !row.above.includes(id) && !parts.includes(id)), gridId];
}
