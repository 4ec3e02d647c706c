import { chinaTime } from '../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import { settled } from '../../cloudfunctions/observation/slot-record';
import { newObservation } from '../../cloudfunctions/observation/start-observation';
import type { HouseholdDocument, PersonRecord } from '../../cloudfunctions/registration/household.document';
import type { DeclarationDocument } from '../../cloudfunctions/returns/declaration.document';
import type { Decision } from '../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED_COVID19 } from '../../cloudfunctions/rulebook/shipped';
import { declarationOf, DECISION } from './finished-observations';
import { newRequestId } from './forms';
import type { Township } from './township';

type Where = Pick<Township, 'simulator' | 'documents'>;
type Options = {
  /** When the person arrived; now unless told. Slots that closed before that are not expected. */
  arrivesAt?: string;
  person?: (people: readonly PersonRecord[]) => PersonRecord;
  decision?: Partial<Decision>;
  changes?: Partial<ObservationDocument>;
};

/** Somebody under observation since they arrived, made by the product's own builder, straight in the database. */
export function putObservation(
  where: Where,
  householdId: string,
  { arrivesAt, person = ([first]) => first!, decision = {}, changes = {} }: Options = {},
): ObservationDocument {
  const { simulator, documents } = where;
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const at = chinaTime(arrivesAt ?? simulator.clock.now());
  const _id = `d-${newRequestId()}`;
  const declaration: DeclarationDocument = {
    ...declarationOf(file, person(file.people), at.format()),
    _id,
    decision: { ...DECISION, ...decision },
    observationId: `${_id}:1`,
  };
  const observation = settled({
    ...newObservation(declaration, SHIPPED_COVID19, { now: at }),
    ...changes,
  });
  const { database } = simulator;
  database.insertMany('observations', [observation]);
  database.insertMany('declarations', [declaration]);
  const personKey = observation.personKey;
  if (!documents<{ _id: string }>('returnees').some((one) => one._id === personKey))
    database.insertMany('returnees', [
      {
        _id: personKey,
        gridPath: file.gridPath,
        householdId,
        openDeclarationId: _id,
        openObservationId: observation._id,
      },
    ]);
  return observation;
}

/** The observation as it stands in the database. */
export const observationNow = (
  { documents }: Pick<Township, 'documents'>,
  { _id }: Pick<ObservationDocument, '_id'>,
): ObservationDocument => documents<ObservationDocument>('observations').find((one) => one._id === _id)!;

/** A reading as a phone sends it; change what the test is about. */
export const readingForm = <T extends object>(
  { _id }: Pick<ObservationDocument, '_id'>,
  slot: string,
  changes?: T,
) => ({
  requestId: newRequestId(),
  observationId: _id,
  slot,
  temperature: 36.6,
  symptoms: [] as ('dryCough' | 'fatigue' | 'other')[],
  other: '',
  ...changes!,
});
