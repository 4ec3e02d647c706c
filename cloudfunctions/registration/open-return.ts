import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';

/**
 * Whether somebody of a household is under observation or has declared a return that is not closed: then its file stays where it is, for
 * readings, alerts and the release hang on it. Whoever has to live elsewhere meanwhile is moved by their observation.
 */
export async function hasOpenReturn(
  { database }: Pick<Context, 'database'>,
  householdId: string,
): Promise<boolean> {
  const { command } = database;
  const [observed, declared] = await Promise.all([
    unscoped<ObservationDocument>(database, OBSERVATIONS).find(
      { householdId, status: command.in(['active', 'paused', 'releasing']) },
      { limit: 1 },
    ),
    unscoped<DeclarationDocument>(database, DECLARATIONS).find(
      { householdId, status: command.nin(['closed', 'cancelled']) },
      { limit: 1 },
    ),
  ]);
  return observed.length + declared.length > 0;
}

export const openReturnRefusal = (): AppError =>
  new AppError('CONFLICT', '家里还有人来返没办完（在等核实，或在居家隔离观察），办完或解除以后再办');
