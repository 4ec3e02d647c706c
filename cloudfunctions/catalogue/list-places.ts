import type { Context } from '../kernel/context';
import type { GridDocument } from '../township/grid.document';
import { readGridsBelow, readGridsById } from '../township/grid.repository';

/** The towns and villages of the caller's that a supplier can belong to; a town comes with its villages. */
export async function listPlaces(
  _input: object,
  context: Context,
): Promise<{ rows: { gridId: string; name: string }[] }> {
  const own = await readGridsById(context, context.scope.kind === 'grids' ? context.scope.gridIds : []);
  const towns = own.filter(({ level }) => level === 'town');
  const below = await Promise.all(towns.map(({ _id }) => readGridsBelow(context, _id)));
  const grids = new Map<string, GridDocument>([...own, ...below.flat()].map((grid) => [grid._id, grid]));
  return {
    rows: [...grids.values()]
      .filter(({ level, retired }) => (level === 'town' || level === 'village') && retired !== true)
      .map(({ _id, name }) => ({ gridId: _id, name })),
  };
}
