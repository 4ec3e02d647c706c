import type * as z from 'zod';
import type { DeclarationView } from '../contracts';
import type { DecisionView } from '../contracts/health';
import type { returnsContract } from '../contracts/returns';
import { arrivalAlertId, raiseAlert } from '../alerts/raise-alert';
import type { Context } from '../kernel/context';
import { decisionView } from '../rulebook/decision-view';
import type { Rulebook } from '../rulebook/rulebook.document';
import { actOn, isRepeated } from './act';
import { type Checked, decideOnArrival } from './arrival-decision';
import type { DeclarationDocument } from './declaration.document';
import { changedDeclaration } from './declaration-file';
import { beginMeasure } from './measure';
import { changeDeclaration } from './returns.repository';
import { readAbout, viewed } from './show-declaration';

type Input = z.output<typeof returnsContract.checkArrival.input>;
type PreviewInput = z.output<typeof returnsContract.previewCheck.input>;

/** What the check would decide; writes nothing. */
export async function previewCheck(input: PreviewInput, context: Context): Promise<DecisionView> {
  const declaration = await readAbout(input.declarationId, context);
  const { checked } = await decideOnArrival(declaration, input, context);
  return decisionView(checked.decision);
}

/**
 * 核实: decides by what was found at the door and starts the measure, in one transaction. An alert comes before it, so that a process killed
 * in between loses none; the retry finds it raised.
 */
export async function checkArrival(input: Input, context: Context): Promise<DeclarationView> {
  const { caller, now } = context;
  const declaration = await readAbout(input.declarationId, context);
  if (isRepeated(declaration, input, context)) return viewed(declaration, context);
  // Refused before anybody is alarmed.
  actOn(declaration, input, context);
  const { checked, rules } = await decideOnArrival(declaration, input, context);
  if (isAlarming(checked, rules.rulebook)) await alarm(declaration, checked, rules.rulebook, context);

  const next = await changeDeclaration(context, input.declarationId, async (present, transaction) => {
    if (isRepeated(present, input, context)) return present;
    const act = actOn(present, input, context);
    const arrived = changedDeclaration(
      present,
      { act, what: 'checked' },
      {
        ...checked,
        status: 'checked',
        waitsFor: null,
        review: null,
        checked: { by: caller.openid, byName: caller.name ?? '', at: act.at },
      },
    );
    return beginMeasure(transaction, { now }, arrived, {
      rulebook: rules.rulebook,
      responsible: input.responsible,
    });
  });
  return viewed(next, context);
}

/** A fever by the profile, or a symptom whatever the profile asks about: somebody told it at the door. */
const isAlarming = ({ health }: Checked, { profile }: Rulebook): boolean =>
  (health.temperature ?? 0) >= profile.feverFrom || health.symptoms.length > 0;

async function alarm(
  declaration: DeclarationDocument,
  { health }: Checked,
  { profile }: Rulebook,
  context: Context,
): Promise<void> {
  const { _id, householdId, personId, name, phoneMask, gridId, gridPath, pathNames } = declaration;
  await raiseAlert(context, {
    alertId: arrivalAlertId(_id),
    source: 'arrival',
    observationId: null,
    declarationId: _id,
    householdId,
    personId,
    name,
    phoneMask,
    gridId,
    gridPath,
    pathNames,
    temperature: health.temperature,
    symptoms: health.symptoms,
    other: health.other,
    raisedByName: context.caller.name ?? '',
    climbAfterMinutes: profile.climbAfterMinutes,
    reportWithinMinutes: profile.reportWithinMinutes,
  });
}
