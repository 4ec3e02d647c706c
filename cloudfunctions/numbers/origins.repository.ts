import type { Measure } from '../contracts/health';
import type { Database } from '../kernel/context';
import { DECLARATIONS } from '../returns/declaration.document';

/** People whose latest stay was in one division (null: abroad), under one measure. */
export type OriginCount = { code: string | null; measure: Measure; people: number };

/** Counties times measures: no town's people come from anywhere near as many. */
const MAX_ROWS = 1000;

/** Counts the returns of one grid that are not over, by where the latest stay was. */
export async function countOrigins(database: Database, gridId: string): Promise<OriginCount[]> {
  const { command } = database;
  const $ = command.aggregate;
  const latest = $.arrayElemAt([
    $.filter({ input: '$stays', as: 'stay', cond: $.eq(['$$stay.to', '$lastStayDate']) }),
    0,
  ]);
  const { list } = (await database
    .collection(DECLARATIONS)
    .aggregate()
    .match({ gridPath: command.in([gridId]), status: command.in(['declared', 'checked']) })
    .project({
      code: $.let({ vars: { latest }, in: '$$latest.where.code' }),
      measure: '$decision.measure',
    })
    .group({ _id: { code: $.ifNull(['$code', null]), measure: '$measure' }, people: $.sum(1) })
    .limit(MAX_ROWS)
    .end()) as { list: { _id: { code: string | null; measure: Measure }; people: number }[] };
  return list.map(({ _id, people }) => ({ code: _id.code, measure: _id.measure, people }));
}
