import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, GridLevel } from './grid';
import { Measure, MEASURES } from './health';
import { CalendarDate } from './person';

const WATCHERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'],
} as const;

const Count = z.number().int();
const PerMeasure = z.object(
  Object.fromEntries(MEASURES.map((measure) => [measure, Count])) as Record<Measure, typeof Count>,
);

/** How things stand in one grid, everything below it included. */
export const Figures = z.object({
  /** Declared, and not checked on arrival yet. */
  expected: Count,
  /** Ever checked on arrival. */
  arrived: Count,
  /** Under each measure now; free movement: ever. */
  measures: PerMeasure,
  /** People who owe a reading now, and those under observation who owe none. */
  missing: Count,
  in: Count,
  /** Alerts that are not closed. */
  alerts: Count,
  /** Ever released. */
  released: Count,
});
export type Figures = z.infer<typeof Figures>;

/** A figure that opens the people behind it. */
export const Figure = z.enum(['expected', 'arrived', 'measure', 'missing', 'in', 'alerts', 'released']);
export type Figure = z.infer<typeof Figure>;

export const FigureRow = z.object({
  /** Where the row leads: a declaration, an observation or an alert, by its id. */
  kind: z.enum(['declaration', 'observation', 'alert']),
  id: z.string(),
  name: z.string(),
  place: z.string(),
  measure: Measure.nullable(),
  /** The day that matters: of arrival, the last of the measure, or of the alert. */
  date: CalendarDate,
});
export type FigureRow = z.infer<typeof FigureRow>;

/** 数字一览: how many are expected, here, observed, missing a reading, ill, released, grid by grid. */
export const numbersContract = {
  /** One of my grids and those right below it; the first that I hold when none is named. */
  show: {
    access: WATCHERS,
    audit: 'none',
    input: z.object({ gridId: GridId.optional() }),
    output: z.object({
      grid: z.object({ gridId: GridId, name: z.string(), place: z.string(), level: GridLevel }),
      total: Figures,
      below: z.array(Figures.extend({ gridId: GridId, name: z.string() })),
    }),
  },
  /** Where the people come from whose return is not over, by the measure that they are under or will be. */
  origins: {
    access: WATCHERS,
    audit: 'none',
    input: z.object({ gridId: GridId }),
    output: z.object({
      origins: z.array(z.object({ name: z.string(), people: Count, measures: PerMeasure })),
    }),
  },
  /** What happened on each of the last 14 days, oldest first. */
  days: {
    access: WATCHERS,
    audit: 'none',
    input: z.object({ gridId: GridId }),
    output: z.object({
      days: z.array(
        z.object({ date: CalendarDate, expected: Count, arrived: Count, alerts: Count, released: Count }),
      ),
    }),
  },
  /** The people behind one figure of one of my grids, page by page. */
  rows: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      gridId: GridId,
      figure: Figure,
      /** Which one, for the figure `measure`. */
      measure: Measure.optional(),
      after: z.string().max(400).optional(),
    }),
    output: z.object({ rows: z.array(FigureRow), next: z.string().nullable() }),
  },
} satisfies Contract;
