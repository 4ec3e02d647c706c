import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { mayTouchGrid } from '../kernel/scope';
import { actOn, checkPeople } from './file-change';
import { changedFile, peopled, type Place, placed } from './household-file';
import { householdView } from './household-view';
import { changedPeople } from './people-change';
import { changeFile, readFile, readPlace } from './registration.repository';

type Input = z.output<typeof registrationContract.correct.input>;

/** The grid member corrects a file at the door; its state stays, and so does the household's own consent. */
export async function correctHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { now, vault } = context;
  context.about({ householdId: input.householdId, reason: input.reason });
  const { gridId: presentGridId } = await readFile(context, input.householdId);
  const place = input.gridId === presentGridId ? null : await readPlaceInScope(context, input.gridId);

  const file = await changeFile(context, input.householdId, (present) =>
    actOn(present, input, context, (change) => {
      const people = changedPeople(present, input.people, input.requestId, vault);
      checkPeople(people, { pathOf: (position) => `people.${position}`, today: toCalendarDate(now) });
      return changedFile(
        present,
        { ...change, what: 'corrected' },
        {
          ...(place && placed(place)),
          ...peopled(people),
          address: vault.seal('address', input.address),
          tenure: input.tenure,
        },
      );
    }),
  );
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}

/** A file may move between the caller's own grids only: elsewhere nobody would expect it. */
async function readPlaceInScope(context: Context, gridId: string): Promise<Place> {
  const place = await readPlace(context, gridId);
  if (!mayTouchGrid(context.scope, place.gridPath))
    throw invalidFields({ gridId: '只能移到您自己管的网格；移到别处，请让住户自己改' });
  return place;
}
