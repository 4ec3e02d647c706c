import type { RoundItem } from '../contracts/supplies';
import { ENDLESS, type RoundDocument, type RoundStockDocument } from './round.document';

/** What an open round's orders are held against. */
export const stockOf = (round: RoundDocument): RoundStockDocument => {
  const byItem = <T>(of: (item: RoundItem) => T): Record<string, T> =>
    Object.fromEntries(round.items.map((item) => [item.itemId, of(item)]));
  return {
    _id: round._id,
    gridPath: round.gridPath,
    gridIds: round.gridIds,
    audience: round.audience,
    open: true,
    closesAt: round.closesAt,
    price: byItem(({ price }) => price),
    limit: byItem(({ limit }) => limit),
    remaining: byItem(({ stock }) => stock ?? ENDLESS),
    pointIds: round.distribution.points.map(({ pointId }) => pointId),
    realNameIds: round.items.flatMap(({ itemId, drugClass }) => (drugClass === 'none' ? [] : [itemId])),
    takenAt: '',
    countedAt: '',
  };
};
