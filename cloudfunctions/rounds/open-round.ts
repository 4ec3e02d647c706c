import type * as z from 'zod';
import { readItems } from '../catalogue/item.repository';
import type { roundsContract, RoundView } from '../contracts/rounds';
import type { RoundItem } from '../contracts/supplies';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { readSellingSupplier, requireDraft } from './draft-round';
import {
  ENDLESS,
  ROUND_NUMBERS,
  ROUND_STOCK,
  type RoundDocument,
  type RoundNumbers,
  ROUNDS,
  type RoundStockDocument,
} from './round.document';
import { offeredItems, planFaults } from './round-plan';
import {
  changedRound,
  isRepeatedOn,
  readManagedRound,
  requireSeen,
  type RoundAct,
  somebodyElse,
} from './round.repository';
import { roundView } from './round-view';

type Seen = z.output<typeof roundsContract.open.input>;

/** 开团: from now on households may order, until cut-off. */
export async function openRound({ requestId, roundId, version }: Seen, context: Context): Promise<RoundView> {
  const round = await readManagedRound(context, roundId);
  if (isRepeatedOn(round, requestId, context)) return roundView(context, round);
  requireDraft(round);
  requireSeen(round, version);
  return roundView(context, await openNow(context, round, { requestId, what: '开团' }));
}

/**
 * Opens a draft: its items are frozen as the catalogue has them now, it takes its grid's next number, and what orders are held against comes
 * to be, all or nothing. Throws, in words for whoever made the draft, when it can't be opened as it is.
 */
export async function openNow(context: Context, draft: RoundDocument, act: RoundAct): Promise<RoundDocument> {
  const supplier = await readSellingSupplier(context, draft.supplierId);
  const items = offeredItems(draft.items, await readItems(context, supplier._id));
  if (items.length === 0) throw new AppError('CONFLICT', '草稿里的东西都下架了，请重新选过再开团');
  const { closesAt, distribution } = draft;
  const [fault] = Object.values(planFaults({ opensAt: null, closesAt, distribution }, context.now.valueOf()));
  if (fault !== undefined) throw new AppError('CONFLICT', `还不能开团：${fault}`);

  return inTransaction(context.database, async (transaction) => {
    const stored = await transaction.get<RoundDocument>(ROUNDS, draft._id);
    if (!stored) throw somebodyElse();
    if (isRepeatedOn(stored, act.requestId, context)) return stored;
    requireSeen(stored, draft.version);
    const opened = changedRound(
      context,
      stored,
      {
        status: 'open',
        number: await nextNumber(transaction, stored),
        items,
        supplierName: supplier.name,
        opensAt: toTimestamp(context.now),
      },
      act,
    );
    await transaction.put(ROUNDS, opened);
    await transaction.put(ROUND_STOCK, stockOf(opened));
    return opened;
  });
}

/** 第 n 批 of a grid: drafts that came to nothing leave no gap. */
async function nextNumber(
  transaction: Transaction,
  { gridId }: Pick<RoundDocument, 'gridId'>,
): Promise<number> {
  const numbers = await transaction.get<RoundNumbers>(ROUND_NUMBERS, gridId);
  const next: RoundNumbers = { _id: gridId, last: (numbers?.last ?? 0) + 1 };
  await transaction.put(ROUND_NUMBERS, next);
  return next.last;
}

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
