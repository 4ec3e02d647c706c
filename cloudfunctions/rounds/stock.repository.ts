import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { ROUND_STOCK, type RoundStockDocument } from './round.document';

type Reader = Pick<Context, 'database'>;

const stocks = ({ database }: Reader) => unscoped<RoundStockDocument>(database, ROUND_STOCK);

/** From now on nothing can be taken; only as long as the cut-off is the one given, if any. Said again it changes nothing. */
export const closeStock = async (
  context: Reader,
  roundId: string,
  asRead: Partial<Pick<RoundStockDocument, 'closesAt'>> = {},
): Promise<unknown> => stocks(context).update({ _id: roundId, ...asRead }, { open: false });

/** More rounds than a county has open at once. */
const MOST_OPEN = 1000;

/** Open rounds of which nobody took or gave back anything since `before`, and somebody did since they were last counted. */
export async function readQuietStocks(context: Reader, before: string): Promise<RoundStockDocument[]> {
  const { command } = context.database;
  const quiet = await stocks(context).find(
    { open: true, takenAt: command.gt('').and(command.lt(before)) },
    { orderBy: [['takenAt', 'asc']], limit: MOST_OPEN },
  );
  return quiet.filter(({ takenAt, countedAt }) => countedAt < takenAt);
}
