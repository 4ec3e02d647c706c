import type * as z from 'zod';
import type { MyDeclaration } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { actOn, type Asked, isRepeated } from './act';
import { rulesOfTrip, wrongTrip } from './amend-declaration';
import type { DeclarationDocument } from './declaration.document';
import { changedDeclaration, decided, type DeclarationAct, tripFields } from './declaration-file';
import { myDeclaration } from './declaration-view';
import { getDeclaration, putDeclaration, putReturnee, readArrival } from './returns.repository';
import { readAbout } from './show-declaration';

type PlanInput = z.output<typeof returnsContract.changePlan.input>;
type CancelInput = z.output<typeof returnsContract.cancel.input>;
type ArrivalInput = z.output<typeof returnsContract.tellArrival.input>;
type Answer = { declarations: MyDeclaration[] };

/** 我改行程了: another time, way or stays, for everybody who travels along. */
export async function changePlan(input: PlanInput, context: Context): Promise<Answer> {
  const { gridPath } = await readAbout(input.declarationId, context);
  const rules = await rulesOfTrip(input.trip, gridPath[0] ?? '', context);
  const errors = wrongTrip(input.trip, rules, context);
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  return changeArrival(input, context, (declaration, act) => {
    const trip = tripFields(declaration._id, input.trip, act.at);
    return changedDeclaration(
      declaration,
      { act, what: 'planChanged' },
      { ...trip, ...decided({ ...declaration, ...trip }, rules, act.at), review: null },
    );
  });
}

/** 不来了 */
export const cancelDeclaration = async (input: CancelInput, context: Context): Promise<Answer> => {
  await readAbout(input.declarationId, context);
  return changeArrival(input, context, (declaration, act) =>
    cancelledDeclaration(declaration, act, input.reason),
  );
};

/** 我到了: now, whatever was planned; waits for the check. The stays stay as they were told: who checks puts them right. */
export const tellArrival = async (input: ArrivalInput, context: Context): Promise<Answer> => {
  await readAbout(input.declarationId, context);
  return changeArrival(input, context, (declaration, act) =>
    changedDeclaration(declaration, { act, what: 'arrived' }, { waitsFor: 'check' }),
  );
};

/** A declaration that led to nothing; its person may declare again. */
export const cancelledDeclaration = (
  declaration: DeclarationDocument,
  act: DeclarationAct,
  reason: string,
): DeclarationDocument =>
  changedDeclaration(
    declaration,
    { act, what: 'cancelled' },
    { status: 'cancelled', waitsFor: null, cancelled: { by: act.by, at: act.at, reason }, review: null },
  );

/**
 * One act on a declaration and, where asked, on those who travel along and are not checked yet, all or nothing. The version that the
 * caller saw is the named one's; the others come along as they stand.
 */
async function changeArrival(
  input: Asked & { withCompanions: boolean },
  context: Context,
  change: (declaration: DeclarationDocument, act: DeclarationAct) => DeclarationDocument,
): Promise<Answer> {
  const named = await getOthers(input, context);
  const changed = await inTransaction(context.database, async (transaction) => {
    const declaration = await getDeclaration(transaction, context, input.declarationId);
    const isDone = isRepeated(declaration, input, context);
    const act = isDone ? null : actOn(declaration, input, context);
    const written = [await put(transaction, context, declaration, act, change)];
    for (const otherId of named) {
      const other = await getDeclaration(transaction, context, otherId);
      written.push(await put(transaction, context, other, other.status === 'declared' ? act : null, change));
    }
    return written;
  });
  return { declarations: changed.map(myDeclaration) };
}

/** Who travels along. Nobody joins an arrival later, so it can be read before the transaction. */
async function getOthers(
  { declarationId, withCompanions }: Asked & { withCompanions: boolean },
  context: Context,
): Promise<string[]> {
  if (!withCompanions) return [];
  const arrival = await readArrival(context, declarationId.replace(/-\d+$/, ''));
  return arrival.map(({ _id }) => _id).filter((id) => id !== declarationId);
}

async function put(
  transaction: Transaction,
  context: Context,
  declaration: DeclarationDocument,
  act: DeclarationAct | null,
  change: (declaration: DeclarationDocument, act: DeclarationAct) => DeclarationDocument,
): Promise<DeclarationDocument> {
  if (act === null) return declaration;
  const next = change(declaration, act);
  await putDeclaration(transaction, context, declaration, next);
  if (next.status === 'cancelled')
    await putReturnee(transaction, next, { openDeclarationId: null, openObservationId: null });
  return next;
}
