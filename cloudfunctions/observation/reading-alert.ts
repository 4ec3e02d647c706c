import type { AlertEvent } from '../alerts/raise-alert';
import type { ObservationDocument, Reading } from './observation.document';

/** An abnormal reading of somebody under observation, as an alert tells of it. */
export const alertOf = (
  observation: ObservationDocument,
  {
    temperature,
    symptoms,
    other,
    byName,
  }: Pick<Reading, 'symptoms' | 'other' | 'byName'> & {
    temperature: number | null;
  },
  alertId: string,
): AlertEvent => ({
  alertId,
  source: 'reading',
  observationId: observation._id,
  declarationId: observation.declarationId,
  householdId: observation.householdId,
  personId: observation.personId,
  name: observation.name,
  phoneMask: observation.phoneMask,
  gridId: observation.gridId,
  gridPath: observation.gridPath,
  pathNames: observation.pathNames,
  temperature,
  symptoms,
  other,
  raisedByName: byName,
  climbAfterMinutes: observation.climbAfterMinutes,
  reportWithinMinutes: observation.reportWithinMinutes,
});
