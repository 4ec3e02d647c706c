import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import type { DeclarationView } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { changeMeasure } from '../observation/change-measure';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import type { Decision } from '../rulebook/rulebook.document';
import { readRules } from '../rulebook/rulebook.repository';
import { actOn, isRepeated } from './act';
import type { DeclarationDocument } from './declaration.document';
import { changedDeclaration, decided } from './declaration-file';
import { getDeclaration, putDeclaration, putReturnee } from './returns.repository';
import { readAbout, viewed } from './show-declaration';

type Input = z.output<typeof returnsContract.reclassify.input>;

/**
 * Decides again by what is known of the risk areas now, under the rules of the day of arrival. Where the measure has begun already, the
 * new one takes over and counts from the same first day.
 */
export async function reclassify(input: Input, context: Context): Promise<DeclarationView> {
  const { gridPath, facts } = await readAbout(input.declarationId, context);
  const rules = await readRules(context, gridPath[0] ?? '', facts);
  const next = await inTransaction(context.database, async (transaction) => {
    const present = await getDeclaration(transaction, context, input.declarationId);
    if (isRepeated(present, input, context)) return present;
    const act = actOn(present, input, context, ['declared', 'checked']);
    const again = decided(present, rules, act.at);
    const change = { act, what: 'reclassified' };
    if (isSameDecision(again.decision, present.decision)) {
      const same = changedDeclaration(present, change, {});
      await putDeclaration(transaction, context, present, same);
      return same;
    }
    const before = await takeOver(transaction, context, present, again.decision);
    const written = changedDeclaration(before, change, { ...again, review: null });
    await putDeclaration(transaction, context, before, written);
    return written;
  });
  return viewed(next, context);
}

/** Equal but for the moment. */
export const isSameDecision = (one: Decision, other: Decision): boolean =>
  isDeepStrictEqual({ ...one, decidedAt: '' }, { ...other, decidedAt: '' });

/** Hands a running observation over to the new decision; answers the declaration as it stands afterwards. */
async function takeOver(
  transaction: Transaction,
  context: Context,
  declaration: DeclarationDocument,
  decision: Decision,
): Promise<DeclarationDocument> {
  if (declaration.observationId === null) return declaration;
  const observation = await transaction.get<ObservationDocument>(OBSERVATIONS, declaration.observationId);
  if (!observation) throw new Error('A checked declaration names an observation that is not there');
  const successor = await changeMeasure(transaction, context, observation, decision);
  const after = await getDeclaration(transaction, context, declaration._id);
  if (successor !== null) return after;
  await putReturnee(transaction, after, { openDeclarationId: null, openObservationId: null });
  return { ...after, status: 'closed' };
}
