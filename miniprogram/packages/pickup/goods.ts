import type { PickupRow } from '../../../cloudfunctions/contracts/pickup';

/** One thing that goes over the table, or comes back. `price`: fen a piece; `itemId`: of the line, also for what comes instead of it. */
export type GoodsLine = {
  key: string;
  itemId: string;
  isSubstitute: boolean;
  name: string;
  note: string;
  unit: string;
  price: number;
  /** How many there are at most, and how many are ticked. */
  most: number;
  given: number;
};
type Moved = { itemId: string; quantity: number; substituteQuantity: number };

/** What a household still gets: what came after a shortage, and what comes instead of the rest. */
export const goodsToGive = (row: Pick<PickupRow, 'lines'>): GoodsLine[] =>
  linesOf(row, ({ due, delivered }) => due - delivered);

/** What a household has, and may bring back. */
export const goodsToTakeBack = (row: Pick<PickupRow, 'lines'>): GoodsLine[] =>
  linesOf(row, ({ delivered }) => delivered);

function linesOf(
  { lines }: Pick<PickupRow, 'lines'>,
  mostOf: (counts: { due: number; delivered: number }) => number,
): GoodsLine[] {
  return lines.flatMap((line) => {
    const { itemId, name, spec, unit, price, ordered, due, substitute } = line;
    const short = due < ordered ? `订了 ${ordered} ${unit}，货不够` : '';
    const note = [spec, short].filter((part) => part !== '').join('，');
    const own: GoodsLine = { key: itemId, itemId, isSubstitute: false, name, note, unit, price, most: mostOf(line), given: 0 }; // prettier-ignore
    const instead: GoodsLine[] =
      substitute === null
        ? []
        : [
            {
              key: `${itemId}+`,
              itemId,
              isSubstitute: true,
              name: substitute.name,
              note: `换的，${name}不够`,
              unit: substitute.unit,
              price: substitute.price,
              most: mostOf(substitute),
              given: 0,
            },
          ];
    return [own, ...instead].filter(({ most }) => most > 0);
  });
}

/** Fen of what is ticked. */
export const worthOf = (lines: readonly GoodsLine[]): number =>
  lines.reduce((sum, { price, given }) => sum + price * given, 0);

export const countOf = (lines: readonly GoodsLine[]): number => lines.filter(({ given }) => given > 0).length;

/** What is ticked, as the cloud wants it: a line once, with what came instead of it. */
export function movedOf(lines: readonly GoodsLine[]): Moved[] {
  const moved = new Map<string, Moved>();
  for (const { itemId, isSubstitute, given } of lines) {
    if (given === 0) continue;
    const line = moved.get(itemId) ?? { itemId, quantity: 0, substituteQuantity: 0 };
    moved.set(itemId, { ...line, [isSubstitute ? 'substituteQuantity' : 'quantity']: given });
  }
  return [...moved.values()];
}
