import type { Contracts, InputOf } from '../../cloudfunctions/contracts';
import { chinaTime, toCalendarDate, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { vaultOf } from '../../cloudfunctions/kernel/vault';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { DeclarationDocument } from '../../cloudfunctions/returns/declaration.document';
import { arrivalIdOf, newDeclaration } from '../../cloudfunctions/returns/declaration-file';
import { SHIPPED_COVID19 } from '../../cloudfunctions/rulebook/shipped';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import { dayAfter } from '../../miniprogram/shared/stays';
import { newPhone, newRequestId, newResidentId } from './forms';
import type { Township } from './township';

export type DeclareForm = InputOf<Contracts['returns']['declare']>;
export type TravellerForm = DeclareForm['travellers'][number];
export type TripForm = DeclareForm['trip'];
export type StayForm = TripForm['stays'][number];

export const SIGNATURE = 'M20 80L60 40Q90 20 120 80L160 120';
/** 浙江省宁波市鄞州区, 四川省成都市武侯区 */
export const NINGBO = '330212';
export const WUHOU = '510107';

export const stayIn = (code: string, from: string, to: string): StayForm => ({
  where: { kind: 'division', code },
  from,
  to,
});

/** A trip of somebody who was in one place for the whole look-back window. */
export function tripOf(arrivesAt: string, changes: Partial<TripForm> = {}, code = NINGBO): TripForm {
  const day = toCalendarDate(chinaTime(arrivesAt));
  return {
    transport: { kind: 'train', number: 'G1935', seat: '08车12F' },
    stays: [stayIn(code, dayAfter(day, -20), day)],
    arrivesAt,
    ...changes,
  };
}

/** What is said of the health of somebody who is well. */
export const WELL = {
  health: { temperature: 36.5, symptoms: [], other: '', contact: 'none' as const },
  healthCode: 'green' as const,
  test: null,
  photos: {},
};

export const knownTraveller = (personId: string, changes: Partial<TravellerForm> = {}): TravellerForm => ({
  personId,
  ...WELL,
  ...changes,
});

/** Somebody who is on no file yet. */
export const newTraveller = (
  form: Partial<NonNullable<TravellerForm['form']>> = {},
  changes: Partial<TravellerForm> = {},
): TravellerForm => ({
  form: {
    name: '慕容远归',
    papers: { type: 'residentId', number: newResidentId() },
    phone: newPhone(),
    relation: 'head',
    ...form,
  },
  ...WELL,
  ...changes,
});

/** A form as a phone sends it; `now` decides when they arrive: in three days. */
export const declareForm = (now: number, changes: Partial<DeclareForm> = {}): DeclareForm => ({
  requestId: newRequestId(),
  travellers: [newTraveller()],
  trip: tripOf(toTimestamp(chinaTime(now).add(3, 'day'))),
  signature: SIGNATURE,
  consent: { version: CONSENT_VERSION, guardianForChildren: false },
  ...changes,
});

/** Somebody's declaration, made by the product's own builder, straight in the database. */
export function putDeclared(
  { simulator, documents }: Pick<Township, 'simulator' | 'documents'>,
  { householdId, personId }: { householdId: string; personId: string },
  { arrivesAt, changes = {} }: { arrivesAt?: string; changes?: Partial<DeclarationDocument> } = {},
): DeclarationDocument {
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const person = file.people.find((one) => one.personId === personId)!;
  const at = toTimestamp(chinaTime(simulator.clock.now()));
  const trip = tripOf(arrivesAt ?? at);
  const requestId = newRequestId();
  const declaration = {
    ...newDeclaration(
      {
        person,
        traveller: { ...WELL, health: { ...WELL.health, symptoms: [] }, photos: NO_PHOTOS },
        trip: { ...trip, transport: { kind: 'train', number: 'G1935', seat: '', plate: null } },
      },
      {
        arrivalId: arrivalIdOf('o-straight-in', requestId),
        position: 0,
        file,
        signature: vaultOf(simulator.secrets).seal('signature', SIGNATURE),
        declaredBy: { openid: 'o-straight-in', name: file.headName, how: 'household' },
        rules: { rulebook: SHIPPED_COVID19, areas: [], homeCity: '' },
        requestId,
        at,
      },
    ),
    ...changes,
  };
  simulator.database.insertMany('declarations', [declaration]);
  const { _id, personKey, gridPath } = declaration;
  if (!documents<{ _id: string }>('returnees').some((returnee) => returnee._id === personKey))
    simulator.database.insertMany('returnees', [
      { _id: personKey, gridPath, householdId, openDeclarationId: _id, openObservationId: null },
    ]);
  return declaration;
}

const NO_PHOTOS = { healthCode: null, itinerary: null, test: null };

/** The declaration as it stands in the database. */
export const declarationNow = (
  { documents }: Pick<Township, 'documents'>,
  declarationId: string,
): DeclarationDocument =>
  documents<DeclarationDocument>('declarations').find(({ _id }) => _id === declarationId)!;
