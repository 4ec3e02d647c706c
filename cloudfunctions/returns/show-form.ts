import type * as z from 'zod';
import type { FormNeeds } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import { ageOn, toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { householdScope } from '../kernel/scope';
import type { HouseholdDocument } from '../registration/household.document';
import { placeOf } from '../registration/household-view';
import { readFile } from '../registration/registration.repository';
import { readRulebook } from '../rulebook/rulebook.repository';
import { type GridDocument, GRIDS } from '../township/grid.document';
import { INSTALLATION, type OfficeDocument } from '../township/office.document';
import { readReturning } from './returns.repository';

type Input = z.output<typeof returnsContract.form.input>;
type InputFor = z.output<typeof returnsContract.formFor.input>;

/** What somebody's own form needs. */
export async function showForm(input: Input, context: Context): Promise<FormNeeds> {
  const { caller } = context;
  const file =
    caller.householdId === null
      ? null
      : await readFile({ ...context, scope: householdScope(caller) }, caller.householdId);
  return formNeeds(input, file, context);
}

/** What a proxy's form needs: of a household in the caller's grids, or of one that is not on file yet. */
export async function showFormFor({ householdId, ...input }: InputFor, context: Context): Promise<FormNeeds> {
  if (householdId === undefined) return formNeeds(input, null, context);
  context.about({ householdId });
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  return formNeeds(input, file, context);
}

async function formNeeds(
  { gridId, arrivalDate }: Input,
  file: HouseholdDocument | null,
  context: Context,
): Promise<FormNeeds> {
  const townId = file?.gridPath[0] ?? (await townOf(gridId, context));
  const day = arrivalDate ?? toCalendarDate(context.now);
  const [{ profile }, returning] = await Promise.all([
    readRulebook(context, townId, day),
    readReturning(context, file?.papersIndexes ?? []),
  ]);
  return {
    disease: profile.name,
    lookBackDays: profile.lookBackDays,
    symptoms: profile.symptoms,
    feverFrom: profile.feverFrom,
    household: file && householdNeeds(file, returning, context),
  };
}

/** The town of a grid, or the one that was set up here first. */
async function townOf(gridId: string | undefined, { caller, database }: Context): Promise<string> {
  if (gridId !== undefined) {
    const grid = await unscoped<GridDocument>(database, GRIDS).get(gridId);
    if (grid) return grid.path[0] ?? '';
  }
  const own = caller.posts[0]?.gridPath[0];
  if (own !== undefined) return own;
  const office = await unscoped<OfficeDocument>(database, INSTALLATION).get('office');
  return office?.town._id ?? '';
}

const householdNeeds = (
  file: HouseholdDocument,
  returning: ReadonlySet<string>,
  { now }: Context,
): FormNeeds['household'] => ({
  householdId: file._id,
  gridId: file.gridId,
  place: placeOf(file.pathNames),
  people: file.people.map((person) => ({
    personId: person.personId,
    name: person.name,
    papersMask: person.papersMask,
    phoneMask: person.phoneMask,
    relation: person.relation,
    age: ageOn(person.birthDate, now),
    sex: person.sex,
    isReturning: returning.has(person.papersIndex),
  })),
});
