import { type AlertDocument, ALERTS } from '../alerts/alert.document';
import { CLOSED_FROM } from '../alerts/urgency';
import type { Measure } from '../contracts/health';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, scoped } from '../kernel/documents';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { owing } from '../observation/observation.repository';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';

/** Which rows of one grid, from after the one whose key is given. */
export type Asked = { gridId: string; after: string | undefined; limit: number };

const within = (context: Context, gridId: string) => ({
  database: context.database,
  scope: { kind: 'grids', gridIds: [gridId] } as const,
});

const readDeclarations = (
  context: Context,
  { gridId, after, limit }: Asked,
  condition: Condition,
): Promise<DeclarationDocument[]> =>
  scoped<DeclarationDocument>(within(context, gridId), DECLARATIONS, null).find(
    { ...condition, ...(after !== undefined && { queueKey: context.database.command.gt(after) }) },
    { orderBy: [['queueKey', 'asc']], limit },
  );

const readObservations = (
  context: Context,
  { gridId, after, limit }: Asked,
  condition: Condition,
): Promise<ObservationDocument[]> =>
  scoped<ObservationDocument>(within(context, gridId), OBSERVATIONS, null).find(
    { ...condition, ...(after !== undefined && { urgencyKey: context.database.command.gt(after) }) },
    { orderBy: [['urgencyKey', 'asc']], limit },
  );

export const readExpected = (context: Context, asked: Asked) =>
  readDeclarations(context, asked, { status: 'declared' });

export const readArrived = (context: Context, asked: Asked) =>
  readDeclarations(context, asked, { status: context.database.command.in(['checked', 'closed']) });

/** Free movement keeps nobody, so its people stand in their declarations only. */
export const readFree = (context: Context, asked: Asked) =>
  readDeclarations(context, asked, {
    status: 'closed',
    observationId: null,
    'decision.measure': 'freeMovement',
  });

export const readUnderMeasure = (context: Context, asked: Asked, measure: Measure) =>
  readObservations(context, asked, {
    status: context.database.command.in(['active', 'paused', 'releasing']),
    measure,
  });

export const readMissing = (context: Context, asked: Asked) =>
  readObservations(context, asked, { status: 'active', ...owing(context) });

/** Nothing is owed: what is next has not opened, or nothing is left. */
export const readIn = (context: Context, asked: Asked) => {
  const { command } = context.database;
  return readObservations(context, asked, {
    status: 'active',
    nextOpensAt: command.gt(toTimestamp(context.now)).or(command.eq(null)),
  });
};

export const readReleased = (context: Context, asked: Asked) =>
  readObservations(context, asked, { status: 'released' });

export const readOpenAlerts = (
  context: Context,
  { gridId, after, limit }: Asked,
): Promise<AlertDocument[]> => {
  const { command } = context.database;
  return scoped<AlertDocument>(within(context, gridId), ALERTS, null).find(
    { urgencyKey: command.gt(after ?? '').and(command.lt(CLOSED_FROM)) },
    { orderBy: [['urgencyKey', 'asc']], limit },
  );
};
