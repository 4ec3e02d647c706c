import type * as z from 'zod';
import type { MyDeclaration } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { householdScope } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { holderIdOf } from '../registration/household-phone';
import type { FieldErrors } from '../registration/rules';
import { readRules } from '../rulebook/rulebook.repository';
import {
  type DeclarationDocument,
  DECLARATIONS,
  type ReturneeDocument,
  RETURNEES,
} from './declaration.document';
import { arrivalIdOf, declarationIdOf, newDeclaration, type Rules } from './declaration-file';
import { myDeclaration } from './declaration-view';
import { putHousehold, readGoal } from './destination';
import { isReturning, putNewDeclarations, putReturnee, readOwnArrival } from './returns.repository';
import type { Travelling } from './travellers';
import { wrongArrival, wrongStayFields, wrongTest } from './trip-rules';

type Input = z.output<typeof returnsContract.declare.input>;
type InputFor = z.output<typeof returnsContract.declareFor.input>;
type Form = Omit<Input, 'consent'> & { consent: Input['consent'] & { told?: true } };
type Declared = { arrivalId: string; householdId: string; declarations: MyDeclaration[] };

/** 返乡申报, by oneself or one's household. */
export async function declareReturn(input: Input, context: Context): Promise<Declared> {
  const { caller } = context;
  const own = { ...context, scope: householdScope(caller) };
  return declare(input, own, { householdId: caller.householdId, isProxy: false });
}

/** 代办, for somebody without a phone: told and witnessed by whoever declares. */
export async function declareReturnFor(input: InputFor, context: Context): Promise<Declared> {
  return declare(input, context, { householdId: input.householdId ?? null, isProxy: true });
}

type Who = { householdId: string | null; isProxy: boolean };

/**
 * Writes the declarations of one arrival, with whoever has to be enrolled for it, all or nothing. Rules and areas are read before the
 * transaction, which can't query; a decision says what it was made from, and the check on arrival decides again.
 */
async function declare(input: Form, context: Context, { householdId, isProxy }: Who): Promise<Declared> {
  const { caller, database, now } = context;
  const arrivalId = arrivalIdOf(caller.openid, input.requestId);
  const present = await readOwnArrival(context, arrivalId);
  if (present.length > 0) return answer(present, context);

  const { destination, trip } = input;
  const goal = await readGoal({ householdId, destination }, context, isProxy);
  const arrivalDate = toCalendarDate(chinaTime(trip.arrivesAt));
  const rules = await readRules(context, goal.townId, { arrivalDate, stays: trip.stays });
  const more = wrongFields(input, rules, context);
  const at = toTimestamp(now);

  const written = await inTransaction(database, async (transaction) => {
    // Two taps at once meet here: whoever comes second finds what the first wrote.
    if (await transaction.get(DECLARATIONS, declarationIdOf(arrivalId, 0))) return null;
    const travelling = await putHousehold(transaction, goal, input, context, { isProxy, more, at });
    return putDeclarations(transaction, input, context, { arrivalId, travelling, rules, isProxy, at });
  });
  return answer(written ?? (await readOwnArrival(context, arrivalId)), context);
}

function wrongFields({ trip, travellers }: Form, { rulebook }: Rules, { now }: Context): FieldErrors {
  const { arrivesAt, stays } = trip;
  const { lookBackDays } = rulebook.profile;
  const errors = {
    ...wrongArrival(arrivesAt, now, 'trip.arrivesAt'),
    ...wrongStayFields(stays, { arrivesAt, lookBackDays, path: 'trip.stays' }),
  };
  travellers.forEach(({ test }, position) =>
    Object.assign(errors, wrongTest(test, now, `travellers.${position}.test`)),
  );
  return errors;
}

/** One declaration a traveller. Whoever of them has a return that is not over stops all: nobody is half declared. */
async function putDeclarations(
  transaction: Transaction,
  input: Form,
  context: Context,
  {
    arrivalId,
    travelling: { file, people },
    rules,
    isProxy,
    at,
  }: { arrivalId: string; travelling: Travelling; rules: Rules; isProxy: boolean; at: string },
): Promise<DeclarationDocument[]> {
  const { caller, vault } = context;
  const signature = vault.seal('signature', input.signature);
  const holderId = isProxy ? undefined : holderIdOf(caller, file);
  const byName = caller.name ?? file.headName;
  const written: DeclarationDocument[] = [];
  for (const [position, person] of people.entries()) {
    const traveller = input.travellers[position];
    if (!traveller) throw new Error('Everybody who travels stands in the form');
    if (isReturning(await transaction.get<ReturneeDocument>(RETURNEES, person.papersIndex)))
      throw openAlready(person.name, position, traveller.personId !== undefined);
    const how = isProxy ? 'proxy' : person.personId === holderId ? 'self' : 'household';
    const declaration = newDeclaration(
      { person, traveller, trip: input.trip },
      {
        arrivalId,
        position,
        file,
        signature,
        declaredBy: { openid: caller.openid, name: byName, how },
        rules,
        requestId: input.requestId,
        at,
      },
    );
    const open = { openDeclarationId: declaration._id, openObservationId: null };
    await putReturnee(transaction, declaration, open);
    written.push(declaration);
  }
  await putNewDeclarations(transaction, context, written);
  return written;
}

/** Says nothing of the other declaration: whoever knows somebody's number need not learn where they live. */
function openAlready(name: string, position: number, isOnFile: boolean): AppError {
  const path = `travellers.${position}.${isOnFile ? 'personId' : 'form.papers.number'}`;
  const text = `${name}已经有一份没结束的申报。要改行程，请打开原来那份；不是您办的，请找网格员`;
  return new AppError('CONFLICT', text, { [path]: text });
}

function answer(declarations: readonly DeclarationDocument[], context: Context): Declared {
  const [first] = declarations;
  if (!first) throw new Error('An arrival has a traveller');
  const { arrivalId, householdId, gridPath, personId } = first;
  context.about({ householdId, gridPath, ...(declarations.length === 1 && { personId }) });
  return { arrivalId, householdId, declarations: declarations.map(myDeclaration) };
}
