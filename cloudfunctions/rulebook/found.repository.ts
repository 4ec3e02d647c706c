import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';

const declarationsOf = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<DeclarationDocument>(context, DECLARATIONS, 'householdId');

/** How many reviews wait. */
export const countFoundAgain = async (context: Pick<Context, 'database' | 'scope'>): Promise<number> =>
  declarationsOf(context).count({ 'review.status': 'waiting' });

/** Declarations whose review waits, in the caller's grids; behind a `foundAt id` of the last one seen. One sweep finds many in one second. */
export async function readFoundAgain(
  context: Pick<Context, 'database' | 'scope'>,
  { after, limit }: { after?: string; limit: number },
): Promise<DeclarationDocument[]> {
  const { command } = context.database;
  const read = async (behind: object, most: number) =>
    declarationsOf(context).find(
      { 'review.status': 'waiting', ...behind },
      {
        orderBy: [
          ['review.foundAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: most,
      },
    );
  if (after === undefined) return read({}, limit);
  const [foundAt = '', id = ''] = after.split(' ');
  const sameMoment = await read({ 'review.foundAt': foundAt, _id: command.gt(id) }, limit);
  if (sameMoment.length === limit) return sameMoment;
  const later = await read({ 'review.foundAt': command.gt(foundAt) }, limit - sameMoment.length);
  return [...sameMoment, ...later];
}
