import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import type { RoundStatus } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { roundCard } from '../rounds/round-card';
import { readStaffRounds, readSupplierRounds } from '../rounds/round.repository';
import { handingScope, ownSupplierIds } from './reach';

type Input = z.output<typeof pickupContract.rounds.input>;
type Output = z.input<typeof pickupContract.rounds.output>;

const STATUSES: Readonly<Record<Input['tab'], readonly RoundStatus[]>> = {
  now: ['arrived', 'distributing'],
  settled: ['settled'],
};
/** More than are handed out in one place at once; of the settled ones, the latest. */
const MOST = 50;

/** Rounds that the caller hands out: of their own supplier, and those of the grids where they work. */
export async function showRounds({ tab }: Input, context: Context): Promise<Output> {
  const { caller, database } = context;
  const wanted = { statuses: STATUSES[tab], limit: MOST };
  const [asSupplier, asStaff] = await Promise.all([
    readSupplierRounds(context, await ownSupplierIds(context), wanted),
    readStaffRounds({ caller, database, scope: handingScope(caller) }, wanted),
  ]);
  const byId = new Map([...asSupplier, ...asStaff].map((round) => [round._id, round]));
  const rounds = [...byId.values()].sort((a, b) => (a.listKey < b.listKey ? 1 : -1)).slice(0, MOST);
  return { rounds: rounds.map(roundCard) };
}
