import type * as z from 'zod';
import type { ReachTask, reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { readFiles, reachRow } from './households-behind';
import { readTaskSheets } from './reach.repository';
import { careFirst, knows } from './rules';
import type { Receipt, SheetDocument } from './sheet.document';
import { readUnderWay, type UnderWay } from './under-way';

type Tasks = typeof reachContract.tasks;
type Waiting = { sheet: SheetDocument; householdId: string; receipt: Receipt; missing: SheetDocument[] };

/** Households of the caller's grids that do not know something yet, each once, with all that they miss; some grids at a time. */
export async function listTasks(
  { after }: z.output<Tasks['input']>,
  context: Context,
): Promise<z.input<Tasks['output']>> {
  const underWay = await readUnderWay(context);
  const { sheets, next } = await readTaskSheets(
    context,
    underWay.map(({ _id }) => _id),
    after,
  );
  context.about({ gridPath: sheets[0]?.gridPath ?? [] });
  const waiting = waitingOn(sheets);
  const files = await readFiles(
    context.database,
    waiting.map(({ householdId }) => householdId),
  );
  return {
    rows: waiting
      .sort((a, b) => careFirst(a.receipt, b.receipt))
      .map((line) => ({
        ...reachRow(line, files.get(line.householdId), context),
        missing: missingOf(line.missing, underWay),
      })),
    next,
  };
}

/** Every household that one of the sheets holds for unknowing. */
function waitingOn(sheets: readonly SheetDocument[]): Waiting[] {
  const byHousehold = new Map<string, Waiting>();
  for (const sheet of sheets)
    for (const [householdId, receipt] of Object.entries(sheet.receipts)) {
      if (knows(receipt, sheet.wanted)) continue;
      const line = byHousehold.get(householdId) ?? { sheet, householdId, receipt, missing: [] };
      line.missing.push(sheet);
      byHousehold.set(householdId, line);
    }
  return [...byHousehold.values()];
}

/** In the order of the notices: the urgent ones are told first. */
const missingOf = (sheets: readonly SheetDocument[], underWay: readonly UnderWay[]): ReachTask['missing'] =>
  underWay.flatMap(({ _id, kind, title }) =>
    sheets
      .filter(({ noticeId }) => noticeId === _id)
      .map(({ gridId }) => ({ noticeId: _id, gridId, kind, title })),
  );
