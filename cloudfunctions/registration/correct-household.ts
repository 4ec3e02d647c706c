import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readClaimsOn } from './claims.repository';
import { actOn, checkPeople } from './file-change';
import type { HouseholdDocument } from './household.document';
import { changedFile, peopled, placed } from './household-file';
import { headOf } from './household-phone';
import { householdView } from './household-view';
import { changedPeople } from './people-change';
import { changeFile, readFile, readOwnPlace } from './registration.repository';
import { type FieldErrors, missingGuardianConsent } from './rules';

type Input = z.output<typeof registrationContract.correct.input>;

/** The grid member corrects a file at the door; its state stays, and so does the household's own consent. */
export async function correctHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { now, vault } = context;
  context.about({ householdId: input.householdId, reason: input.reason });
  const { gridId: presentGridId } = await readFile(context, input.householdId);
  const place = input.gridId === presentGridId ? null : await readOwnPlace(context, input.gridId);

  const claims = place ? await readClaimsOn(context, input.householdId) : [];

  const decide = (present: HouseholdDocument) =>
    actOn(present, input, context, (change) => {
      const people = changedPeople(present, input.people, input.requestId, vault);
      checkPeople(people, {
        pathOf: (position) => `people.${position}`,
        today: toCalendarDate(now),
        // Where nobody could be called before, nobody has to be now.
        headNeedsPhone: headOf(present)?.phone !== null,
        more: guardianNotAsked(present, people, input, context),
      });
      return changedFile(
        present,
        { ...change, what: 'corrected' },
        {
          ...(place && placed(place)),
          ...peopled(people),
          address: vault.seal('address', input.address),
          tenure: input.tenure,
          ...(input.guardianTold &&
            present.consent && { consent: { ...present.consent, guardianForChildren: true } }),
        },
      );
    });
  const file = await changeFile(context, input.householdId, decide, claims);
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}

/** A child may come into a file at the door only when its guardian says yes there. Of a roster's file nobody has been asked anything yet. */
function guardianNotAsked(
  { consent }: HouseholdDocument,
  people: HouseholdDocument['people'],
  { guardianTold }: Input,
  { now }: Context,
): FieldErrors {
  if (consent === null) return {};
  const guardianForChildren = consent.guardianForChildren || guardianTold;
  const missing = Object.keys(missingGuardianConsent(people, { guardianForChildren }, now)).length > 0;
  return missing ? { guardianTold: '有未满 14 岁的孩子，请当面问过监护人，再勾选' } : {};
}
