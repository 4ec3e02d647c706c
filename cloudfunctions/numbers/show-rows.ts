import type * as z from 'zod';
import type { AlertDocument } from '../alerts/alert.document';
import type { FigureRow, numbersContract } from '../contracts/numbers';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import type { ObservationDocument } from '../observation/observation.document';
import { placeOf } from '../registration/household-view';
import type { DeclarationDocument } from '../returns/declaration.document';
import { readOwnGrid } from '../township/grid.repository';
import {
  type Asked,
  readArrived,
  readExpected,
  readFree,
  readIn,
  readMissing,
  readOpenAlerts,
  readReleased,
  readUnderMeasure,
} from './figure-rows.repository';

type Input = z.output<typeof numbersContract.rows.input>;
type Row = FigureRow & { key: string };

const ROWS_A_PAGE = 20;

/** One page of the people behind a figure: whoever is counted in it stands here, and nobody else. */
export async function showRows(
  { gridId, figure, measure, after }: Input,
  context: Context,
): Promise<{ rows: FigureRow[]; next: string | null }> {
  const grid = await readOwnGrid(context, gridId);
  context.about({ gridPath: grid.path });
  const asked = {
    gridId,
    after: after === undefined ? undefined : Buffer.from(after, 'base64url').toString(),
    limit: ROWS_A_PAGE + 1,
  };
  const found = await readFigure({ figure, measure }, asked, context);
  const rows = found.slice(0, ROWS_A_PAGE);
  const last = rows.at(-1);
  return {
    rows,
    next: last && found.length > rows.length ? Buffer.from(last.key).toString('base64url') : null,
  };
}

async function readFigure(
  { figure, measure }: Pick<Input, 'figure'> & { measure: Input['measure'] },
  asked: Asked,
  context: Context,
): Promise<Row[]> {
  switch (figure) {
    case 'expected':
      return (await readExpected(context, asked)).map(declarationRow);
    case 'arrived':
      return (await readArrived(context, asked)).map(declarationRow);
    case 'measure':
      if (measure === undefined) throw invalidFields({ measure: '请选择管控措施' });
      return measure === 'freeMovement'
        ? (await readFree(context, asked)).map(declarationRow)
        : (await readUnderMeasure(context, asked, measure)).map(observationRow);
    case 'missing':
      return (await readMissing(context, asked)).map(observationRow);
    case 'in':
      return (await readIn(context, asked)).map(observationRow);
    case 'released':
      return (await readReleased(context, asked)).map(observationRow);
    case 'alerts':
      return (await readOpenAlerts(context, asked)).map(alertRow);
  }
}

const declarationRow = (declaration: DeclarationDocument): Row => ({
  kind: 'declaration',
  id: declaration._id,
  name: declaration.name,
  place: placeOf(declaration.pathNames),
  measure: declaration.decision.measure,
  date: toCalendarDate(chinaTime(declaration.arrivesAt)),
  key: declaration.queueKey,
});

const observationRow = (observation: ObservationDocument): Row => ({
  kind: 'observation',
  id: observation._id,
  name: observation.name,
  place: placeOf(observation.pathNames),
  measure: observation.measure,
  date: observation.lastDate,
  key: observation.urgencyKey,
});

const alertRow = (alert: AlertDocument): Row => ({
  kind: 'alert',
  id: alert._id,
  name: alert.name,
  place: placeOf(alert.pathNames),
  measure: null,
  date: toCalendarDate(chinaTime(alert.raisedAt)),
  key: alert.urgencyKey,
});
