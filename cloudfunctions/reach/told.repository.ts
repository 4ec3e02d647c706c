import type { Context } from '../kernel/context';
import { type Condition, scoped } from '../kernel/documents';
import type { Line } from './reach.repository';
import { type Receipt, type SheetDocument, SHEETS, sheetIdOf } from './sheet.document';

/** Lines on sheets of the caller's grids: ticks are made and taken back there. */
const sheetsOf = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<SheetDocument>(context, SHEETS, null);

/**
 * Writes that a household was told, with its counters, unless somebody told it already. It is one more that knows, unless it did what was asked by
 * itself.
 */
export async function writeTold(
  context: Context,
  { noticeId, gridId, householdId }: Line,
  told: NonNullable<Receipt['told']>,
  wanted: SheetDocument['wanted'],
): Promise<boolean> {
  const { command } = context.database;
  const own = `receipts.${householdId}`;
  const line = {
    _id: sheetIdOf(noticeId, gridId),
    householdIds: householdId,
    [`${own}.told`]: null,
    // A retry that comes after its tick was taken back is no second tick.
    [`${own}.untold`]: command.neq(told.requestId),
  };
  const change = { [`${own}.told`]: command.set(told), [`counts.${told.how}`]: command.inc(1) };
  return moveReceipt(context, line, change, { done: doneOf(own, wanted), known: 1 });
}

/** The step that was asked for: whoever took it knows without being told. */
const doneOf = (own: string, wanted: SheetDocument['wanted']): string =>
  `${own}.${wanted === 'confirm' ? 'confirmed' : 'read'}`;

/** Changes a receipt, and with it how many know, unless its household knows by itself: two conditional writes, of which one applies at most. */
async function moveReceipt(
  context: Context,
  line: Condition,
  change: Record<string, unknown>,
  { done, known }: { done: string; known: 1 | -1 },
): Promise<boolean> {
  const { command } = context.database;
  const sheets = sheetsOf(context);
  return (
    (await sheets.update({ ...line, [done]: null }, { ...change, 'counts.known': command.inc(known) })) ===
      1 || (await sheets.update({ ...line, [done]: command.gt('') }, change)) === 1
  );
}

/** A retry comes within minutes; of so many slips none is older. */
const TICKS_REMEMBERED = 10;

/** Remembers a tick that was taken back before it arrived. */
export async function refuseLateTick(
  context: Context,
  { noticeId, gridId, householdId }: Line,
  requestId: string,
): Promise<void> {
  const untold = `receipts.${householdId}.untold`;
  const { command } = context.database;
  await sheetsOf(context).update(
    { _id: sheetIdOf(noticeId, gridId), householdIds: householdId, [untold]: command.neq(requestId) },
    { [untold]: command.push({ each: [requestId], slice: -TICKS_REMEMBERED }) },
  );
}

/** Takes a tick back, by whoever made it. */
export async function removeTold(
  context: Context,
  { noticeId, gridId, householdId }: Line,
  { how, at, openid, requestId }: NonNullable<Receipt['told']>,
  wanted: SheetDocument['wanted'],
): Promise<boolean> {
  const { command } = context.database;
  const own = `receipts.${householdId}`;
  // This very tick: another one meanwhile may have gone another way, and moves another counter.
  const line = {
    _id: sheetIdOf(noticeId, gridId),
    [`${own}.told.openid`]: openid,
    [`${own}.told.how`]: how,
    [`${own}.told.at`]: at,
    [`${own}.told.requestId`]: requestId,
  };
  const change = {
    [`${own}.told`]: null,
    [`${own}.untold`]: command.push({ each: [requestId], slice: -TICKS_REMEMBERED }),
    [`counts.${how}`]: command.inc(-1),
  };
  return moveReceipt(context, line, change, { done: doneOf(own, wanted), known: -1 });
}
