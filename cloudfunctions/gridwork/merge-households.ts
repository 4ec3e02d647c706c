import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Account } from '../kernel/identity';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { actOn } from '../registration/file-change';
import type { HouseholdDocument } from '../registration/household.document';
import { ACCOUNTS, readPhonesOf } from '../registration/household-phone';
import { householdView } from '../registration/household-view';
import { hasOpenReturn, openReturnRefusal } from '../registration/open-return';
import { getFile, putFile } from '../registration/registration.repository';
import { type Merged, mergedFiles } from './merged-files';

type Input = z.output<typeof gridworkContract.merge.input>;

/**
 * Puts together a household that is on file twice: people, phones and counters move in one transaction, killed in between nothing has.
 * It can't be undone, so both files must be the ones that the caller saw.
 */
export async function mergeHouseholds(
  { requestId, keep, drop, reason }: Input,
  context: Context,
): Promise<HouseholdView> {
  const { now, vault } = context;
  context.about({ householdId: keep.householdId, reason });
  const phones = await readPhonesOf(context, drop.householdId);
  const isHeld = await hasOpenReturn(context, drop.householdId);
  const file = await inTransaction(context.database, async (transaction) => {
    const kept = await getFile(transaction, context, keep.householdId);
    const dropped = await getFile(transaction, context, drop.householdId);
    const next = actOn(kept, { requestId, version: keep.version }, context, (act) => {
      if (dropped.version !== drop.version) throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再改');
      if (isHeld) throw openReturnRefusal();
      return mergedFiles(kept, dropped, act).keep;
    });
    if (next === kept) return kept;
    const act = { requestId, by: context.caller.openid, at: toTimestamp(now) };
    const merged = mergedFiles(kept, dropped, act);
    await putFile(transaction, context, dropped, merged.drop);
    await putFile(transaction, context, kept, next);
    await movePhones(transaction, phones, next, merged);
    return next;
  });
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}

/** Whoever opened the closed file by phone opens the kept one, as the same person. */
async function movePhones(
  transaction: Transaction,
  phones: readonly Account[],
  keep: HouseholdDocument,
  { drop, personIds }: Merged,
): Promise<void> {
  const head = drop.people.find(({ relation }) => relation === 'head');
  for (const { _id } of phones) {
    const account = await transaction.get<Account>(ACCOUNTS, _id);
    if (account?.householdId !== drop._id) continue;
    // Accounts made before others could join are the heads'.
    const held = account.personId ?? head?.personId ?? '';
    await transaction.put(ACCOUNTS, {
      ...account,
      householdId: keep._id,
      personId: personIds.get(held) ?? null,
      version: account.version + 1,
    } satisfies Account);
  }
}
