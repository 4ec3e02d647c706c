import type * as z from 'zod';
import { readItems } from '../catalogue/item.repository';
import { ownSuppliers } from '../catalogue/supplier.repository';
import type { PurchaseList, purchaseContract, SubstituteOffer } from '../contracts/purchase';
import type { RoundStatus } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import type { RoundDocument } from '../rounds/round.document';
import { readManagedRound, readSupplierRounds } from '../rounds/round.repository';
import { maySubstitute, purchaseList, purchaseRow } from './purchase-view';
import { readOwnRound } from './purchase.repository';

type RoundsInput = z.output<typeof purchaseContract.rounds.input>;
type RoundsOutput = z.output<typeof purchaseContract.rounds.output>;
type Input = { roundId: string };
/** The supplier's own people, or whoever leads the round's grid: each reaches a round in their own way. */
export type ReadRound = (context: Context, roundId: string) => Promise<RoundDocument>;
export { readOwnRound as bySupplier };
export { readManagedRound as byLeader };

const A_PAGE = 20;
const STATUSES: Readonly<Record<RoundsInput['state'], readonly RoundStatus[]>> = {
  waiting: ['open', 'closed', 'purchasing', 'arrived', 'distributing'],
  over: ['settled', 'cancelled'],
};

/** The rounds of the suppliers for whom the caller works, and no others. */
export async function showRounds({ state, after }: RoundsInput, context: Context): Promise<RoundsOutput> {
  const suppliers = await ownSuppliers(context);
  const found = await readSupplierRounds(
    context,
    suppliers.map(({ _id }) => _id),
    { statuses: STATUSES[state], ...(after !== undefined && { after }), limit: A_PAGE + 1 },
  );
  const page = found.slice(0, A_PAGE);
  return {
    rounds: page.map(purchaseRow),
    next: found.length > A_PAGE ? (page.at(-1)?.listKey ?? null) : null,
  };
}

export const showList =
  (readRound: ReadRound) =>
  async ({ roundId }: Input, context: Context): Promise<PurchaseList> =>
    purchaseList(context, await readRound(context, roundId));

/** What could come instead of something else. */
export const showOffers =
  (readRound: ReadRound) =>
  async ({ roundId }: Input, context: Context): Promise<{ offers: SubstituteOffer[] }> => {
    const { supplierId } = await readRound(context, roundId);
    const items = await readItems(context, supplierId);
    return {
      offers: items.filter(maySubstitute).map(({ _id, name, spec, unit, category, price }) => ({
        itemId: _id,
        name,
        spec,
        unit,
        category,
        price,
      })),
    };
  };
