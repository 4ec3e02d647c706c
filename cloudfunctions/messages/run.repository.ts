import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type SheetDocument, SHEETS } from '../reach/sheet.document';
import { MESSAGE_RUNS, type RunDocument } from './run.document';

type Reader = Pick<Context, 'database'>;
const runsOf = ({ database }: Reader) => unscoped<RunDocument>(database, MESSAGE_RUNS);

/** True when it is new. */
export const addRun = async (context: Reader, run: RunDocument): Promise<boolean> =>
  runsOf(context).insert(run);

export const findRun = async (context: Reader, _id: string): Promise<RunDocument | null> =>
  runsOf(context).get(_id);

/** Whether another than `own` of a notice is still under way in some grids. */
export const isUnderWay = async (
  context: Reader,
  { _id: own, noticeId, gridIds }: Pick<RunDocument, '_id' | 'noticeId' | 'gridIds'>,
): Promise<boolean> => {
  const { command } = context.database;
  const others = await runsOf(context).count({
    _id: command.neq(own),
    noticeId,
    gridIds: command.in(gridIds),
    wakesAt: command.gt(''),
  });
  return others > 0;
};

/** Those that are due, longest waiting first. */
export const readDueRuns = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  limit: number,
): Promise<RunDocument[]> =>
  runsOf({ database }).find(
    { wakesAt: database.command.gt('').and(database.command.lte(toTimestamp(now))) },
    { orderBy: [['wakesAt', 'asc']], limit },
  );

/** Moves a run on before its messages leave: of two timers one does, and one that is killed leaves a few untold, none told twice. */
export const moveOn = async (
  context: Reader,
  { _id, cursor, wakesAt }: RunDocument,
  next: Pick<RunDocument, 'cursor' | 'wakesAt'>,
): Promise<boolean> => (await runsOf(context).update({ _id, cursor, wakesAt }, next)) === 1;

export const countSent = async (context: Reader, _id: string, sent: number): Promise<unknown> =>
  runsOf(context).update({ _id }, { sent: context.database.command.inc(sent) });

/** Some sheets of a notice within a run's grids, behind its cursor. */
export const readSheetsOfRun = async (
  { database }: Reader,
  { noticeId, gridIds, cursor }: RunDocument,
  limit: number,
): Promise<SheetDocument[]> => {
  const { command } = database;
  return unscoped<SheetDocument>(database, SHEETS).find(
    { noticeId, gridPath: command.in(gridIds), _id: command.gt(cursor) },
    { orderBy: [['_id', 'asc']], limit },
  );
};
