import type { PurchaseItem, PurchaseList, PurchaseRow, PurchaseStage } from '../contracts/purchase';
import type { RoundItem } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { roundCard } from '../rounds/round-card';
import type { RoundDocument } from '../rounds/round.document';
import { countByWay } from './purchase.repository';

/** What the round waits for, as its supplier sees it. */
export function stageOf({ status, job }: Pick<RoundDocument, 'status' | 'job'>): PurchaseStage {
  switch (status) {
    case 'draft':
    case 'open':
      return 'cutOff';
    case 'closed':
      return job === null ? 'confirm' : 'summing';
    case 'purchasing':
      return job === null ? 'bring' : 'sharing';
    case 'arrived':
    case 'distributing':
      return 'handingOut';
    case 'settled':
      return 'done';
    case 'cancelled':
      return 'cancelled';
  }
}

export const purchaseRow = (round: RoundDocument): PurchaseRow => ({
  ...roundCard(round),
  stage: stageOf(round),
  demand: round.demand && {
    orders: round.demand.orders,
    amount: round.demand.amount,
    pieces: Object.values(round.demand.byItem).reduce((sum, { quantity }) => sum + quantity, 0),
  },
});

/** 采购单, with how many households fetch: nobody's name is in it. */
export async function purchaseList(context: Context, round: RoundDocument): Promise<PurchaseList> {
  const { distribution, slotting = null, short, arrivedAt, version } = round;
  const days = [distribution.doorDate, ...distribution.slots.map(({ date }) => date)].sort();
  return {
    ...purchaseRow(round),
    items: round.items.map((item) => purchaseItem(item, round)),
    short,
    slotting: slotting && (await countByWay(context, round._id)),
    points: distribution.points,
    doorDate: distribution.doorDate,
    neededOn: days[0] ?? distribution.doorDate,
    arrivedAt,
    version,
  };
}

/** Medicines come as they were ordered or not at all: nobody gets a drug they did not ask for. */
export const maySubstitute = ({ category, drugClass }: Pick<RoundItem, 'category' | 'drugClass'>): boolean =>
  category !== 'medicine' && drugClass === 'none';

function purchaseItem(item: RoundItem, { demand, confirmed, substitutes }: RoundDocument): PurchaseItem {
  const { itemId, name, spec, unit, category, price } = item;
  return {
    itemId,
    name,
    spec,
    unit,
    category,
    price,
    demanded: demand?.byItem[itemId]?.quantity ?? 0,
    orders: demand?.byItem[itemId]?.orders ?? 0,
    confirmed: confirmed?.[itemId] ?? null,
    substitute: substitutes[itemId] ?? null,
    maySubstitute: maySubstitute(item),
  };
}
