import type { DeclarationView } from '../contracts';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { readRulebook } from '../rulebook/rulebook.repository';
import type { DeclarationDocument } from './declaration.document';
import { declarationView } from './declaration-view';
import { readArrival, readDeclaration } from './returns.repository';

/** One declaration with who travels along. That it was looked at is recorded. */
export async function showDeclaration(
  { declarationId }: { declarationId: string },
  context: Context,
): Promise<DeclarationView> {
  return viewed(await readAbout(declarationId, context), context);
}

/** The declaration, as what this call is about. */
export async function readAbout(declarationId: string, context: Context): Promise<DeclarationDocument> {
  const declaration = await readDeclaration(context, declarationId);
  tellAbout(declaration, context);
  return declaration;
}

export const tellAbout = (
  { householdId, personId, gridPath }: DeclarationDocument,
  { about }: Pick<Context, 'about'>,
): void => about({ householdId, personId, gridPath });

/** A declaration as its checker sees it, with what stands around it. */
export async function viewed(declaration: DeclarationDocument, context: Context): Promise<DeclarationView> {
  const { arrivalId, arrivesAt, gridPath, householdId } = declaration;
  const [companions, household, rulebook] = await Promise.all([
    readArrival(context, arrivalId),
    scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(householdId),
    readRulebook(context, gridPath[0] ?? '', toCalendarDate(chinaTime(arrivesAt))),
  ]);
  const surroundings = { companions, householdStatus: household?.status ?? 'closed', rulebook } as const;
  return declarationView(declaration, surroundings, context);
}
