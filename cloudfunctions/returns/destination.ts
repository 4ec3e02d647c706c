import type * as z from 'zod';
import type { Destination } from '../contracts/declaration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Account } from '../kernel/identity';
import { invalidFields } from '../kernel/invalid-fields';
import type { Transaction } from '../kernel/transaction';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import type { Place } from '../registration/household-file';
import { ACCOUNTS, bindPhone, headOf } from '../registration/household-phone';
import { getFile, putFile, readFile, readOwnPlace, readPlace } from '../registration/registration.repository';
import type { FieldErrors } from '../registration/rules';
import {
  newHouseholdIdOf,
  newHouseholdOf,
  type TravellersForm,
  travellersOf,
  type Travelling,
} from './travellers';

type NewHome = z.output<typeof Destination>;
/** Where somebody returns to: a household on file, or a place where a new file is made. */
export type Goal =
  | { kind: 'file'; townId: string; householdId: string }
  | { kind: 'new'; townId: string; place: Place; home: NewHome };

/** Finds the household in the caller's scope, or the place of a new one; of a proxy's within their own grids. */
export async function readGoal(
  { householdId, destination }: { householdId: string | null; destination: NewHome | undefined },
  context: Context,
  isProxy: boolean,
): Promise<Goal> {
  if (householdId !== null) {
    context.about({ householdId });
    const { gridPath } = await readFile(context, householdId);
    context.about({ gridPath });
    return { kind: 'file', householdId, townId: gridPath[0] ?? '' };
  }
  if (destination === undefined) throw invalidFields({ 'destination.gridId': '请选择回到哪个组' });
  const place = await besideDestination(
    isProxy ? readOwnPlace(context, destination.gridId) : readPlace(context, destination.gridId),
  );
  context.about({ gridPath: place.gridPath });
  return { kind: 'new', place, home: destination, townId: place.gridPath[0] ?? '' };
}

/** Registration's form has the grid at its top, this one has it in its destination. */
async function besideDestination<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.fields === undefined) throw fault;
    const fields = Object.entries(fault.fields).map(([path, text]) => [`destination.${path}`, text]);
    throw invalidFields(Object.fromEntries(fields) as FieldErrors);
  }
}

/**
 * The household's file with all travellers in it, written in the transaction where it is new or somebody joined it. A new file binds the phone
 * that made it, but not a proxy's.
 */
export async function putHousehold(
  transaction: Transaction,
  goal: Goal,
  form: TravellersForm,
  context: Context,
  { isProxy, more, at }: { isProxy: boolean; more: FieldErrors; at: string },
): Promise<Travelling> {
  if (goal.kind === 'file') {
    const file = await getFile(transaction, context, goal.householdId);
    const travelling = travellersOf(file, form, context, { isProxy, more });
    if (travelling.file !== file) await putFile(transaction, context, file, travelling.file);
    return travelling;
  }
  const { openid } = context.caller;
  const { place, home } = goal;
  if (isProxy) {
    const householdId = newHouseholdIdOf(openid, form.requestId, false);
    const travelling = newHouseholdOf({ ...form, ...home }, context, { place, householdId, isProxy, more });
    await putFile(transaction, context, null, travelling.file);
    return travelling;
  }
  const account = await transaction.get<Account>(ACCOUNTS, openid);
  // Somebody let this phone into a household after the call began.
  if (account !== null && account.householdId !== null)
    throw new AppError('CONFLICT', '您家刚登记好。请退出这一页，重新打开再申报');
  const ownId = newHouseholdIdOf(openid, form.requestId, true);
  const left = await transaction.get<HouseholdDocument>(HOUSEHOLDS, ownId);
  const householdId = left === null ? ownId : newHouseholdIdOf(openid, form.requestId, false);
  const travelling = newHouseholdOf({ ...form, ...home }, context, { place, householdId, isProxy, more });
  await putFile(transaction, context, null, travelling.file);
  const head = headOf(travelling.file);
  if (!head) throw new Error('A new file has a head: checkPeople refuses it otherwise');
  await bindPhone(transaction, openid, account, {
    householdId,
    person: head,
    consent: { version: form.consent.version, at },
  });
  return travelling;
}
