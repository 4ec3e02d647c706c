import type { ItemView } from '../../../../cloudfunctions/contracts/index';
import { listSuppliers } from '../../../services/catalogue';
import { type GridOption, ownGridOptions } from '../../../services/own-grids';
import { yuan } from '../../../shared/money';
import type { ChosenItem } from './form';

export type Option = GridOption;

/** The grids that I lead: each as a whole, and those right below it. */
export const gridOptions = (): Promise<Option[]> => ownGridOptions('gridLeader', 'townOfficer');

/** A whole grid and one of its parts are not chosen together: the last press counts. */
export function chosenGrids(
  chosen: readonly string[],
  before: readonly string[],
  options: readonly Option[],
): string[] {
  const pressed = chosen.find((id) => !before.includes(id));
  if (pressed === undefined) return [...chosen];
  const isWhole = (id: string): boolean =>
    options.find(({ value }) => value === id)?.text.startsWith('整个') ?? false;
  return isWhole(pressed) ? [pressed] : chosen.filter((id) => !isWhole(id));
}

export const supplierOptions = async (): Promise<Option[]> =>
  (await listSuppliers()).map(({ supplierId, name }) => ({ value: supplierId, text: name }));

export type ShelfRow = {
  itemId: string;
  name: string;
  spec: string;
  unit: string;
  price: string;
  photo: string;
  category: string;
  usualLimit: number;
  chosen: boolean;
  limit: number;
  stock: string;
};

/** What the supplier sells, with what was chosen of it. */
export const shelfRows = (items: readonly ItemView[], chosen: readonly ChosenItem[]): ShelfRow[] =>
  items.map(({ itemId, name, spec, unit, price, photo, category, limit }) => {
    const own = chosen.find((one) => one.itemId === itemId);
    return {
      itemId,
      name,
      spec,
      unit,
      price: yuan(price),
      photo: photo ?? '',
      category,
      usualLimit: limit,
      chosen: own !== undefined,
      limit: own?.limit ?? limit,
      stock: own?.stock ?? '',
    };
  });
