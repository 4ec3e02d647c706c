import { MEASURES } from '../../miniprogram/shared/labels';
import type { Measure } from '../contracts/health';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context, Database } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { RETURN_COUNTS, RETURN_DAYS } from '../returns/count-returns';

const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];
/** A sum has one row for each grid right below; no grid has anywhere near as many. */
const MAX_ROWS = 1000;
export const DAYS_SHOWN = 14;

export type Counted = {
  expected: number;
  arrived: number;
  released: number;
  alerts: number;
  measures: Record<Measure, number>;
};

export const nothingCounted = (): Counted => ({
  expected: 0,
  arrived: 0,
  released: 0,
  alerts: 0,
  measures: Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, 0])) as Record<Measure, number>,
});

type Sum = Record<Measure | 'expected' | 'arrived' | 'released' | 'alerts', number> & { _id: string };

/** The counters below one grid, summed by the grids at `depth` of the path; the grid's own stand under its own id. */
export async function sumReturns(
  database: Database,
  gridId: string,
  depth: number,
): Promise<Map<string, Counted>> {
  const $ = database.command.aggregate;
  const { list } = (await database
    .collection(RETURN_COUNTS)
    .aggregate()
    .match({ gridPath: database.command.in([gridId]) })
    .group({
      _id: $.ifNull([$.arrayElemAt(['$gridPath', depth]), '$_id']),
      expected: $.sum('$expected'),
      arrived: $.sum('$arrived'),
      released: $.sum('$released'),
      alerts: $.sum('$alerts'),
      ...Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, $.sum(`$measures.${measure}`)])),
    })
    .limit(MAX_ROWS)
    .end()) as { list: Sum[] };
  return new Map(
    list.map(({ _id, expected, arrived, released, alerts, ...measures }) => [
      _id,
      { expected, arrived, released, alerts, measures },
    ]),
  );
}

/** Who owes a reading now in one grid, and who is under observation and owes none: two counts that an index answers. */
export async function countReadings(
  { database, now }: Pick<Context, 'database' | 'now'>,
  gridId: string,
): Promise<{ missing: number; in: number }> {
  const { command } = database;
  const scope = { kind: 'grids', gridIds: [gridId] } as const;
  const observations = scoped<ObservationDocument>({ database, scope }, OBSERVATIONS, null);
  const owed = { nextOpensAt: command.gt('').and(command.lte(toTimestamp(now))) };
  const [active, missing] = await Promise.all([
    observations.count({ status: 'active' }),
    observations.count({ status: 'active', ...owed }),
  ]);
  return { missing, in: active - missing };
}

export type Day = { date: string; expected: number; arrived: number; alerts: number; released: number };

/** What happened in one grid and below on each of the last days, oldest first; a day without anything is there with zeros. */
export async function readDays(
  { database, now }: Pick<Context, 'database' | 'now'>,
  gridId: string,
): Promise<Day[]> {
  const { command } = database;
  const $ = command.aggregate;
  const dates = Array.from({ length: DAYS_SHOWN }, (_, i) =>
    toCalendarDate(now.subtract(DAYS_SHOWN - 1 - i, 'day')),
  );
  const { list } = (await database
    .collection(RETURN_DAYS)
    .aggregate()
    .match({ gridPath: command.in([gridId]), date: command.gte(dates[0]) })
    .group({
      _id: '$date',
      expected: $.sum('$expected'),
      arrived: $.sum('$arrived'),
      alerts: $.sum('$alerts'),
      released: $.sum('$released'),
    })
    .limit(MAX_ROWS)
    .end()) as { list: (Omit<Day, 'date'> & { _id: string })[] };
  const byDate = new Map(list.map(({ _id, ...counts }) => [_id, counts]));
  const none = { expected: 0, arrived: 0, alerts: 0, released: 0 };
  return dates.map((date) => ({ date, ...(byDate.get(date) ?? none) }));
}
