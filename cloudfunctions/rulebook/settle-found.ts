import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { changeMeasure } from '../observation/change-measure';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { startObservation } from '../observation/start-observation';
import {
  type DeclarationDocument,
  type DeclarationReview,
  DECLARATIONS,
  type ReturneeDocument,
  RETURNEES,
} from '../returns/declaration.document';
import {
  getDeclaration,
  isReturning,
  putDeclaration,
  putReturnee,
  readDeclaration,
  readVersion,
} from '../returns/returns.repository';
import { outcomeView } from './outcome-view';
import type { Rulebook } from './rulebook.document';

type Input = z.output<typeof rulebookContract.settleFound.input>;

/**
 * Acts on somebody whom a sweep found: the stricter measure begins, or things stay as they are for a stated reason. The review, the
 * measure and the counters change in one transaction; said twice it is done once.
 */
export async function settleFound(
  { declarationId, foundAt, decision, reason }: Input,
  context: Context,
): Promise<{ words: string }> {
  const { caller, database, now } = context;
  const seen = await readDeclaration(context, declarationId);
  context.about({
    householdId: seen.householdId,
    personId: seen.personId,
    gridPath: seen.gridPath,
    ...(reason !== '' && { reason }),
  });
  const version = seen.review?.decision.rulebook.version ?? seen.decision.rulebook.version;
  const rulebook = await readVersion(context, seen.gridPath[0] ?? '', version);
  const status = decision === 'accept' ? 'accepted' : 'dismissed';

  return inTransaction(database, async (transaction) => {
    const present = await getDeclaration(transaction, context, declarationId);
    const { review } = present;
    if (review?.foundAt !== foundAt) throw new AppError('CONFLICT', '情况又有变化，请看过最新的再办');
    if (review.status !== 'waiting') {
      if (review.status !== status || review.settled?.by !== caller.openid)
        throw new AppError('CONFLICT', '这个人已经有人处理过了');
      return outcomeOf(present, review);
    }
    const settled: DeclarationReview = {
      ...review,
      status,
      settled: { by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), reason },
    };
    if (status === 'accepted') await beginStricter(transaction, context, present, review, rulebook);
    await transaction.change(DECLARATIONS, declarationId, { review: database.command.set(settled) });
    return outcomeOf(present, settled);
  });
}

const outcomeOf = ({ decision }: DeclarationDocument, review: DeclarationReview): { words: string } => ({
  words: outcomeView(review.status === 'accepted' ? review.decision : decision).words,
});

async function beginStricter(
  transaction: Transaction,
  context: Context,
  declaration: DeclarationDocument,
  { decision }: DeclarationReview,
  rulebook: Rulebook,
): Promise<void> {
  if (declaration.observationId === null) {
    await takeBack(transaction, context, declaration, { ...declaration, decision }, rulebook);
    return;
  }
  const observation = await transaction.get<ObservationDocument>(OBSERVATIONS, declaration.observationId);
  if (!observation || observation.status === 'released' || observation.status === 'ended')
    throw new AppError('CONFLICT', '这个人的观察已经结束了。不再改的话，请写明原因');
  await changeMeasure(transaction, context, observation, decision);
}

/** Somebody who was let go free comes under a measure after all, counted from the day of arrival. */
async function takeBack(
  transaction: Transaction,
  context: Context,
  before: DeclarationDocument,
  next: DeclarationDocument,
  rulebook: Rulebook,
): Promise<void> {
  const returnee = await transaction.get<ReturneeDocument>(RETURNEES, before.personKey);
  if (isReturning(returnee) && returnee?.openDeclarationId !== before._id)
    throw new AppError('CONFLICT', '这个人又申报了一次返乡，请在新的申报里核实');
  const observation = await startObservation(transaction, context, next, rulebook);
  await putDeclaration(transaction, context, before, {
    ...next,
    status: observation === null ? before.status : 'checked',
    observationId: observation?._id ?? null,
    version: before.version + 1,
  });
  if (observation !== null)
    await putReturnee(transaction, next, { openDeclarationId: next._id, openObservationId: observation._id });
}
