import type { RoundItem } from '../contracts/supplies';
import { ENDLESS, type RoundDocument, type RoundStockDocument } from './round.document';

/** What an open round's orders are held against. */
export const stockOf = (round: RoundDocument): RoundStockDocument => {
  const byItem = (of: (item: RoundItem) => number): Record<string, number> =>
    Object.fromEntries(round.items.map((item) => [item.itemId, of(item)]));
  return {
    _id: round._id,
    gridPath: round.gridPath,
    gridIds: round.gridIds,
    audience: round.audience,
    open: true,
    closesAt: round.closesAt,
    pointIds: round.distribution.points.map(({ pointId }) => pointId),
    price: byItem(({ price }) => price),
    limit: byItem(({ limit }) => limit),
    remaining: byItem(({ stock }) => stock ?? ENDLESS),
    realNameIds: round.items.filter(({ drugClass }) => drugClass !== 'none').map(({ itemId }) => itemId),
    takenAt: '',
    countedAt: '',
  };
};
