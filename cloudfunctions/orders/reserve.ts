import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, unscoped } from '../kernel/documents';
import { ROUND_STOCK, type RoundStockDocument } from '../rounds/round.document';

/** How many of each item. */
export type Quantities = ReadonlyMap<string, number>;

/** What has to hold for an order, in one condition. */
export type Asked = {
  roundId: string;
  /** Everything it will hold afterwards, at the prices that were shown; nothing for one that is cancelled. */
  lines: readonly { itemId: string; quantity: number; price: number; patientId?: string | undefined }[];
  /** What it takes beyond what it holds already. */
  taking: Quantities;
  /** Where it would like to be fetched; null where it wishes for no point. */
  pointId: string | null;
  /** Who orders for the first time; an order that stands was let in already. */
  household: { gridPath: readonly string[]; hasCare: boolean } | null;
};

type Reader = Pick<Context, 'database'>;
// A round isn't personal and has no household: who may order in it is part of the condition.
const stocks = ({ database }: Reader) => unscoped<RoundStockDocument>(database, ROUND_STOCK);

/**
 * Takes what an order needs, all of it or nothing, in one conditional write that also decides whether it may be: before cut-off, at these prices,
 * within the limits, by somebody whom the round is for. False when any of it doesn't hold.
 */
export async function reserve(context: Pick<Context, 'database' | 'now'>, asked: Asked): Promise<boolean> {
  const { command } = context.database;
  const now = toTimestamp(context.now);
  const withoutPatient = asked.lines.filter(({ patientId }) => patientId === undefined);
  const condition: Condition = {
    _id: asked.roundId,
    open: true,
    closesAt: command.gt(now),
    ...Object.fromEntries<unknown>(
      asked.lines.flatMap(({ itemId, quantity, price }) => [
        [`price.${itemId}`, price] as const,
        [`limit.${itemId}`, command.gte(quantity)] as const,
      ]),
    ),
    ...Object.fromEntries(
      [...asked.taking].map(([itemId, quantity]) => [`remaining.${itemId}`, command.gte(quantity)]),
    ),
    ...(withoutPatient.length > 0 && {
      realNameIds: command.nin(withoutPatient.map(({ itemId }) => itemId)),
    }),
    ...(asked.pointId !== null && { pointIds: asked.pointId }),
    ...(asked.household !== null && {
      gridIds: command.in([...asked.household.gridPath]),
      ...(!asked.household.hasCare && { audience: 'everyone' }),
    }),
  };
  const change = {
    ...Object.fromEntries(
      [...asked.taking].map(([itemId, quantity]) => [`remaining.${itemId}`, command.inc(-quantity)]),
    ),
    acts: command.inc(1),
    // The latest of those who may still be on their way, whoever comes through first. Texts compare as well; the SDK's type knows numbers only.
    takenAt: command.max(now as unknown as number),
  };
  return (await stocks(context).update(condition, change)) === 1;
}

/** Puts back what nobody holds any more. Only ever called after the order that held it says so. */
export async function giveBack(context: Reader, roundId: string, quantities: Quantities): Promise<void> {
  if (quantities.size === 0) return;
  const { command } = context.database;
  const change = [...quantities].map(
    ([itemId, quantity]) => [`remaining.${itemId}`, command.inc(quantity)] as const,
  );
  await stocks(context).update({ _id: roundId }, Object.fromEntries<unknown>(change));
}

export const readStock = async (context: Reader, roundId: string): Promise<RoundStockDocument | null> =>
  stocks(context).get(roundId);

/** What `after` has more of than `before`. Taken the other way round: what is left over. */
export function beyond(after: Quantities, before: Quantities): Quantities {
  const more = [...after].map(
    ([itemId, quantity]) => [itemId, quantity - (before.get(itemId) ?? 0)] as const,
  );
  return new Map(more.filter(([, quantity]) => quantity > 0));
}

export const quantitiesOf = (lines: readonly { itemId: string; quantity: number }[]): Map<string, number> =>
  new Map(lines.map(({ itemId, quantity }) => [itemId, quantity]));
