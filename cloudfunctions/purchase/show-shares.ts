import type * as z from 'zod';
import type { purchaseContract, ShareRow } from '../contracts/purchase';
import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';
import { placeOf } from '../registration/household-view';
import type { RoundDocument } from '../rounds/round.document';
import { readRound } from '../rounds/round.repository';
import { shareReason } from './share-reason';

type Input = z.output<typeof purchaseContract.shares.input>;
type Output = z.output<typeof purchaseContract.shares.output>;

const A_PAGE = 20;
const READ_AT_ONCE = 200;
/** So many orders are looked through for one page at most: a page may be short and still go on. */
const MOST_READS = 5;

/** Households of the caller's grids that get less than they ordered, and why. */
export async function showShares({ roundId, after }: Input, context: Context): Promise<Output> {
  const round = await readRound(context, roundId);
  context.about({ gridPath: round.gridPath });
  const rows: ShareRow[] = [];
  let cursor = after ?? '';
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const orders = await readOrdersOfRound(context, roundId, { after: cursor, limit: READ_AT_ONCE });
    for (const order of orders) {
      cursor = order._id;
      const row = shareRow(order, round);
      if (row !== null) rows.push(row);
      if (rows.length === A_PAGE) return { roundTitle: round.title, rows, next: cursor };
    }
    if (orders.length < READ_AT_ONCE) return { roundTitle: round.title, rows, next: null };
  }
  return { roundTitle: round.title, rows, next: cursor };
}

function shareRow(order: OrderDocument, round: RoundDocument): ShareRow | null {
  const lines = order.lines.flatMap((line): ShareRow['lines'] => {
    const { itemId, quantity, allotted, substitute } = line;
    if (allotted === null || allotted >= quantity) return [];
    const item = round.items.find((one) => one.itemId === itemId);
    const offer = round.substitutes[itemId];
    return [
      {
        name: item?.name ?? '',
        unit: item?.unit ?? '',
        ordered: quantity,
        allotted,
        substitute:
          substitute && offer ? { name: offer.name, unit: offer.unit, quantity: substitute.quantity } : null,
        why: shareReason(line, order, round, '这家') ?? '',
      },
    ];
  });
  if (lines.length === 0) return null;
  return {
    orderId: order._id,
    headName: order.headName,
    place: placeOf(order.pathNames),
    isCare: order.care.length > 0,
    lines,
  };
}
