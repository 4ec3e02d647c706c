import type { GridDocument } from './grid.document';

export const MOVES = 'grid_moves';

/** A grid's last move under another one; its id is the grid's, so that two officers go on with the same one. */
export type MoveDocument = {
  _id: string;
  status: 'moving' | 'done';
  fromParentId: string;
  parentId: string;
  /** The last household whose file went along. */
  cursor: string;
  moved: number;
  startedAt: string;
  startedBy: string;
};

type Paths = Pick<GridDocument, 'path' | 'pathNames'>;

/** What stands below the moved grid keeps its own end of the path and gets the grid's beginning. */
export const movedPath = <T extends { gridPath: string[]; pathNames: string[] }>(
  document: T,
  { path, pathNames }: Paths,
): T => {
  const above = path.length - 1;
  return {
    ...document,
    gridPath: [...path.slice(0, above), ...document.gridPath.slice(above)],
    pathNames: [...pathNames.slice(0, above), ...document.pathNames.slice(above)],
  };
};

/** The same as a change of single places: a grid only moves under its own level, so no path gets longer or shorter. */
export const pathChange = ({ path, pathNames }: Paths, field: string, hasNames: boolean) =>
  Object.fromEntries(
    path
      .slice(0, -1)
      .flatMap((id, place) => [
        [`${field}.${place}`, id],
        ...(hasNames ? [[`pathNames.${place}`, pathNames[place]]] : []),
      ]) as [string, unknown][],
  );
