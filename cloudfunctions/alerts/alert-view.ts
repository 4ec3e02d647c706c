import type { AlertRow, AlertView } from '../contracts/alerts';
import { ageOn } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { ObservationDocument } from '../observation/observation.document';
import type { HouseholdDocument } from '../registration/household.document';
import { headOf } from '../registration/household-phone';
import { placeOf } from '../registration/household-view';
import type { AlertDocument } from './alert.document';
import { readPersonBehind } from './alerts.repository';
import { rolesOver, stepsFor } from './rules';

/** So many of the latest slots tell how somebody's temperature went. */
const SLOTS_SHOWN = 8;

export const alertRow = (alert: AlertDocument): AlertRow => ({
  alertId: alert._id,
  name: alert.name,
  place: placeOf(alert.pathNames),
  temperature: alert.temperature,
  symptoms: alert.symptoms,
  other: alert.other,
  raisedAt: alert.raisedAt,
  reportBy: alert.reportBy,
  reportedAt: alert.reportedAt,
  status: alert.status,
  level: alert.level,
  takenBy: alert.acknowledged?.byName ?? null,
  finding: alert.assessment?.finding ?? null,
  outcome: alert.outcome?.result ?? null,
});

/** An alert as whoever answers it sees it, with the person's file and readings as they stand now. */
export async function viewOf(alert: AlertDocument, context: Context): Promise<AlertView> {
  const { file, observation } = await readPersonBehind(context, alert);
  return {
    ...alertRow(alert),
    source: alert.source,
    version: alert.version,
    climbsAt: alert.climbsAt,
    person: personOf(alert, file, context),
    household: file && householdOf(file, context),
    readings: observation ? readingsOf(observation) : [],
    observationId: alert.observationId,
    acknowledgement: alert.acknowledged,
    assessment: alert.assessment,
    referral: alert.referral,
    closing: alert.outcome,
    events: alert.events,
    steps: stepsFor(alert, rolesOver(context.caller.posts, alert)),
  };
}

function personOf(
  { personId }: AlertDocument,
  file: HouseholdDocument | null,
  { now }: Context,
): AlertView['person'] {
  const person = file?.people.find((one) => one.personId === personId);
  if (!person) return null;
  return { personId, sex: person.sex, age: ageOn(person.birthDate, now), phoneMask: person.phoneMask };
}

const householdOf = (file: HouseholdDocument, { vault }: Context): NonNullable<AlertView['household']> => ({
  householdId: file._id,
  address: vault.open('address', file.address),
  headName: file.headName,
  headPhoneMask: headOf(file)?.phoneMask ?? null,
  peopleCount: file.people.length,
});

const readingsOf = ({ slots }: ObservationDocument): AlertView['readings'] =>
  Object.entries(slots)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, SLOTS_SHOWN)
    .map(([slot, { state, reading }]) => ({
      date: slot.slice(0, 10),
      half: slot.endsWith('am') ? 'am' : 'pm',
      state,
      temperature: reading?.temperature ?? null,
      symptoms: reading?.symptoms ?? [],
      abnormal: reading?.abnormal ?? false,
    }));
