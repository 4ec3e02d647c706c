import type { SettlementView } from '../contracts/settlement';
import type { Context } from '../kernel/context';
import type { Reach } from '../pickup/reach';
import { roundCard } from '../rounds/round-card';
import { countingView } from './counting';
import type { SettlementDocument } from './settlement.document';
import { readSettlement } from './settlement.repository';
import { isSame, obstaclesTo, type Standing, standingOf } from './standing';

/** A round's money for whoever may see it: its supplier's people, and its leaders. */
export async function settlementNow(context: Context, reach: Reach): Promise<SettlementView> {
  const settlement = await readSettlement(context.database, reach.round);
  return settlementView(
    settlement,
    await standingOf(context.database, reach.round, settlement),
    reach,
    context,
  );
}

export function settlementView(
  settlement: SettlementDocument,
  standing: Standing,
  { round, manages }: Reach,
  { caller, vault }: Context,
): SettlementView {
  const { totals, differences, corrections, figures } = standing;
  const { signature, explanation, settledBy, version } = settlement;
  const isOpen = settledBy === null;
  return {
    round: roundCard(round),
    version,
    totals,
    differences,
    counting: countingView(settlement, caller.openid),
    signature: signature && {
      strokes: vault.open('signature', signature.strokes),
      byName: signature.byName,
      at: signature.at,
      holds: !isOpen || isSame(signature.figures, figures),
    },
    explanation,
    settled: settledBy && { byName: settledBy.name, at: settledBy.at },
    corrections,
    obstacles: obstaclesTo(round, settlement, standing),
    maySign: isOpen,
    maySettle: isOpen && manages,
  };
}
