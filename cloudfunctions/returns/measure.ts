import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { startObservation } from '../observation/start-observation';
import type { Rulebook } from '../rulebook/rulebook.document';
import type { DeclarationDocument } from './declaration.document';
import { putReturnee } from './returns.repository';

/**
 * Begins what a checked declaration's decision calls for, with the people who answer for it (五包一). A measure without days keeps nobody: the
 * return is over at once. Writes the observation and the returnee; the declaration as it is answered is the caller's to write.
 */
export async function beginMeasure(
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  declaration: DeclarationDocument,
  { rulebook, responsible }: { rulebook: Rulebook; responsible: ObservationDocument['responsible'] },
): Promise<DeclarationDocument> {
  const observation = await startObservation(transaction, context, declaration, rulebook);
  if (observation === null) {
    await putReturnee(transaction, declaration, { openDeclarationId: null, openObservationId: null });
    return { ...declaration, status: 'closed' };
  }
  if (responsible.length > 0) await transaction.put(OBSERVATIONS, { ...observation, responsible });
  await putReturnee(transaction, declaration, {
    openDeclarationId: declaration._id,
    openObservationId: observation._id,
  });
  return { ...declaration, observationId: observation._id };
}
