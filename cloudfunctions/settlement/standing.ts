import type { Database } from '../kernel/context';
import type { Totals } from '../contracts/settlement';
import { yuan } from '../../miniprogram/shared/money';
import type { RoundDocument } from '../rounds/round.document';
import { countingOf } from './counting';
import { type BookedSums, sumEntries } from './entry.repository';
import type { SettlementDocument } from './settlement.document';
import { type OrderSums, sumOrders } from './settlement.repository';

/** What two people attest: the supplier by a signature, a leader by settling. */
export type Figures = { delivered: number; paid: number; cash: number };

/** A round's money as it is now. */
export type Standing = {
  totals: Totals;
  differences: Pick<OrderSums, 'owing' | 'overpaid' | 'uncollected'> & { cash: number | null };
  corrections: BookedSums['corrections'];
  /** Null before two counts agree. */
  figures: Figures | null;
};

export async function standingOf(
  database: Database,
  round: RoundDocument,
  settlement: SettlementDocument,
): Promise<Standing> {
  const [sums, booked] = await Promise.all([sumOrders(database, round._id), sumEntries(database, round._id)]);
  const { owing, overpaid, uncollected, ...now } = sums;
  const totals = settlement.totals
    ? frozenTotals(settlement.totals)
    : { ...now, byCash: booked.byCash, byPhone: booked.byPhone };
  const { cash } = countingOf(settlement);
  return {
    totals,
    differences: { owing, overpaid, uncollected, cash: cash === null ? null : cash - totals.byCash },
    corrections: booked.corrections,
    figures: cash === null ? null : { delivered: totals.delivered, paid: totals.paid, cash },
  };
}

/** As they were when the round was settled, whatever was corrected since. */
function frozenTotals({
  orders,
  ordered,
  due,
  delivered,
  paid,
  byPhone = 0,
}: NonNullable<SettlementDocument['totals']>): Totals {
  return { orders, ordered, due, delivered, paid, byCash: paid - byPhone, byPhone };
}

/** False where one of them is not known yet. */
export function isSame(one: Figures | null | undefined, other: Figures | null | undefined): boolean {
  if (!one || !other) return false;
  return one.delivered === other.delivered && one.paid === other.paid && one.cash === other.cash;
}

/** What has to be explained before a round is settled, in words; empty where everything agrees. */
export function oddities({ owing, overpaid, uncollected, cash }: Standing['differences']): string[] {
  const odd: string[] = [];
  if (owing.households > 0) odd.push(`有 ${owing.households} 户还欠 ${yuan(owing.amount)} 元`);
  if (overpaid.households > 0) odd.push(`有 ${overpaid.households} 户多收 ${yuan(overpaid.amount)} 元`);
  if (uncollected.households > 0)
    odd.push(`有 ${uncollected.households} 户还有 ${yuan(uncollected.amount)} 元的东西没领`);
  if (cash !== null && cash !== 0)
    odd.push(cash > 0 ? `现金比账上多 ${yuan(cash)} 元` : `现金比账上少 ${yuan(-cash)} 元`);
  return odd;
}

/** What is still to be done before a round can be settled, in words. */
export function obstaclesTo(
  { status }: Pick<RoundDocument, 'status'>,
  settlement: SettlementDocument,
  standing: Standing,
): string[] {
  if (settlement.settledBy !== null) return [];
  const obstacles: string[] = [];
  if (status === 'cancelled') return ['这一批已经取消了'];
  if (!['arrived', 'distributing'].includes(status)) obstacles.push('货还没到');
  const { state } = countingOf(settlement);
  if (state === 'none') obstacles.push('现金还没点，要两个人各数一遍');
  if (state === 'one') obstacles.push('现金只有一个人数过，还要一个人数');
  if (state === 'differ') obstacles.push('两个人数的现金不一样，请各自再数一遍');
  if (settlement.signature === null) obstacles.push('供货方还没签字');
  else if (!isSame(settlement.signature.figures, standing.figures))
    obstacles.push('供货方签字以后账有变动，请重新签');
  return obstacles;
}
