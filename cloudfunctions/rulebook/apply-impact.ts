import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { inTransaction } from '../kernel/transaction';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';
import type { Impact } from './impact';
import { type SweepDocument, SWEEPS } from './sweep.document';

/**
 * Writes what a sweep found about somebody, and counts it, in one transaction. Null when that is done; the declaration as it is now when
 * somebody changed it since it was read.
 */
export const applyImpact = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  { _id, title }: SweepDocument,
  seen: DeclarationDocument,
  { kind, facts, decision }: Impact,
): Promise<DeclarationDocument | null> =>
  inTransaction(database, async (transaction) => {
    const present = await transaction.get<DeclarationDocument>(DECLARATIONS, seen._id);
    if (!present) return null;
    if (!isSame(present, seen)) return present;
    const { command } = database;
    await transaction.change(
      DECLARATIONS,
      seen._id,
      kind === 'redecide'
        ? { facts: command.set(facts), decision: command.set(decision) }
        : {
            review: command.set({
              sweepId: _id,
              decision,
              because: title,
              foundAt: toTimestamp(now),
              status: 'waiting',
              settled: null,
            } satisfies NonNullable<DeclarationDocument['review']>),
          },
    );
    await transaction.change(SWEEPS, _id, {
      [kind === 'redecide' ? 'redecided' : 'found']: command.inc(1),
    });
    return null;
  });

/** A decision may have been written anew, or somebody found, without the version going up: that is no change of what was declared. */
const isSame = (one: DeclarationDocument, other: DeclarationDocument): boolean =>
  one.version === other.version &&
  JSON.stringify([one.decision, one.review]) === JSON.stringify([other.decision, other.review]);
