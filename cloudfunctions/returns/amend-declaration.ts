import type * as z from 'zod';
import type { MyDeclaration } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { readRules } from '../rulebook/rulebook.repository';
import { actOn, isRepeated } from './act';
import { changedDeclaration, decided, type Rules, tripFields, type TripInput } from './declaration-file';
import { myDeclaration } from './declaration-view';
import { changeDeclaration } from './returns.repository';
import { readAbout } from './show-declaration';
import { wrongArrival, wrongStayFields, wrongTest } from './trip-rules';

type Input = z.output<typeof returnsContract.amend.input>;

/** Puts one person's declaration right until it is checked, and says what applies now. */
export async function amendDeclaration(input: Input, context: Context): Promise<MyDeclaration> {
  const { trip, health, healthCode, test, photos } = input;
  const declaration = await readAbout(input.declarationId, context);
  const rules = await rulesOfTrip(trip, declaration.gridPath[0] ?? '', context);
  const errors = { ...wrongTrip(trip, rules, context), ...wrongTest(test, context.now, 'test') };
  if (Object.keys(errors).length > 0) throw invalidFields(errors);

  const changed = await changeDeclaration(context, input.declarationId, (present) => {
    if (isRepeated(present, input, context)) return Promise.resolve(present);
    const act = actOn(present, input, context);
    const said = { ...tripFields(present._id, trip, act.at), health, healthCode, test };
    return Promise.resolve(
      changedDeclaration(
        present,
        { act, what: 'amended' },
        { ...said, photos, ...decided(said, rules, act.at), review: null },
      ),
    );
  });
  return myDeclaration(changed);
}

/** The rules of the day on which a trip ends. */
export const rulesOfTrip = async (
  { arrivesAt, stays }: TripInput,
  townId: string,
  context: Context,
): Promise<Rules> => readRules(context, townId, { arrivalDate: toCalendarDate(chinaTime(arrivesAt)), stays });

/** What is wrong with a trip, beside its fields. */
export const wrongTrip = ({ arrivesAt, stays }: TripInput, { rulebook }: Rules, { now }: Context) => ({
  ...wrongArrival(arrivesAt, now, 'trip.arrivesAt'),
  ...wrongStayFields(stays, {
    arrivesAt,
    lookBackDays: rulebook.profile.lookBackDays,
    path: 'trip.stays',
  }),
});
