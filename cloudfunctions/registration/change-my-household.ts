import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readClaimsOn } from './claims.repository';
import { actOn, checkPeople } from './file-change';
import type { HouseholdDocument } from './household.document';
import { headOf } from './household-phone';
import { changedFile, peopled, placed, waitingSince } from './household-file';
import { householdView } from './household-view';
import { changedPeople } from './people-change';
import { changeFile, readFile, readPlace } from './registration.repository';
import { type FieldErrors, missingGuardianConsent } from './rules';

type Input = z.output<typeof registrationContract.changeMyHousehold.input>;

/** The household changes its file, which then waits for the grid member again; whoever waited already keeps their turn. */
export async function changeMyHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { caller, now, vault } = context;
  const householdId = caller.householdId ?? '';
  const { gridId: presentGridId } = await readFile(context, householdId);
  const place = input.gridId === presentGridId ? null : await readPlace(context, input.gridId);

  const claims = place ? await readClaimsOn(context, householdId) : [];

  const decide = (present: HouseholdDocument) =>
    actOn(present, input, context, (change) => {
      const people = changedPeople(present, input.people, input.requestId, vault);
      checkPeople(people, {
        pathOf: (position) => `people.${position}`,
        today: toCalendarDate(now),
        // One whom the grid member enrolled at the door may have none; nobody takes off a number that the village calls.
        headNeedsPhone: headOf(present)?.phone !== null,
        more: { ...missingGuardianConsent(people, input.consent, now), ...headTakenOff(present, people) },
      });
      return changedFile(
        present,
        { ...change, what: 'changed' },
        {
          // Whoever says where they live was not handed over to there.
          ...(place && { ...placed(place), handedOver: null }),
          ...peopled(people),
          ...(present.status !== 'submitted' && waitingSince(toTimestamp(now), present._id)),
          address: vault.seal('address', input.address),
          tenure: input.tenure,
          status: 'submitted',
          verifiedAt: null,
          verifiedBy: null,
          returnReason: null,
          consent: { ...input.consent, at: toTimestamp(now), by: caller.openid },
        },
      );
    });
  const file = await changeFile(context, householdId, decide, claims);
  context.about({ householdId, gridPath: file.gridPath });
  return householdView(file, vault, now);
}

/** Who heads a household is for the grid member to change, at the door. */
function headTakenOff(file: HouseholdDocument, people: HouseholdDocument['people']): FieldErrors {
  const head = file.people.find(({ relation }) => relation === 'head');
  const stays = people.some(({ personId, relation }) => personId === head?.personId && relation === 'head');
  return stays ? {} : { 'people.0.relation': '户主不能去掉。要换户主，请找您的网格员' };
}
