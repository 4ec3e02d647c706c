import type { Dayjs } from 'dayjs';
import type { DeclarationRow, DeclarationView, MyDeclaration } from '../contracts';
import type { HouseholdStatus } from '../contracts';
import type { Stay } from '../contracts/health';
import { divisionName } from '../divisions/names';
import { ageOn } from '../kernel/clock';
import type { Vault } from '../kernel/vault';
import { placeOf } from '../registration/household-view';
import { decisionView } from '../rulebook/decision-view';
import type { Rulebook } from '../rulebook/rulebook.document';
import type { DeclarationDocument } from './declaration.document';

/** 「四川省 成都市 武侯区」, or the country. */
export const wherePlace = ({ where }: Stay): string =>
  where.kind === 'abroad' ? where.country : (divisionName(where.code) ?? where.code);

/** Where somebody was last. */
function lastPlace(stays: readonly Stay[]): string {
  const [first, ...others] = stays;
  if (!first) return '';
  return wherePlace(others.reduce((last, stay) => (stay.to >= last.to ? stay : last), first));
}

/** What the household and whoever checks it see alike. */
const shared = (declaration: DeclarationDocument) => ({
  declarationId: declaration._id,
  arrivalId: declaration.arrivalId,
  personId: declaration.personId,
  name: declaration.name,
  place: placeOf(declaration.pathNames),
  status: declaration.status,
  waitsFor: declaration.waitsFor,
  version: declaration.version,
  arrivesAt: declaration.arrivesAt,
  declaredAt: declaration.declaredAt,
  transport: transportView(declaration),
  stays: declaration.stays.map((stay) => ({ ...stay, place: wherePlace(stay) })),
  health: declaration.health,
  healthCode: declaration.healthCode,
  test: declaration.test,
  decision: decisionView(declaration.decision),
  isProvisional: declaration.status === 'declared',
  checkedAt: declaration.checked?.at ?? null,
  cancelled: declaration.cancelled && { at: declaration.cancelled.at, reason: declaration.cancelled.reason },
  observationId: declaration.observationId,
});

/** The document leaves the kind open; the contract wrote it. */
const transportView = ({ transport }: DeclarationDocument): MyDeclaration['transport'] => ({
  ...transport,
  kind: transport.kind as MyDeclaration['transport']['kind'],
});

export const myDeclaration = (declaration: DeclarationDocument): MyDeclaration => ({
  ...shared(declaration),
  photos: declaration.photos,
});

/** A row names the door, because that is where the grid member goes. */
export const declarationRow = (
  declaration: DeclarationDocument,
  vault: Vault,
  now: Dayjs,
): DeclarationRow => ({
  declarationId: declaration._id,
  name: declaration.name,
  age: ageOn(declaration.birthDate, now),
  sex: declaration.sex,
  place: placeOf(declaration.pathNames),
  address: vault.open('address', declaration.address),
  from: lastPlace(declaration.stays),
  transport: transportView(declaration),
  arrivesAt: declaration.arrivesAt,
  status: declaration.status,
  waitsFor: declaration.waitsFor,
  measure: declaration.decision.measure,
  feverClinicFirst: declaration.decision.feverClinicFirst,
  needsReview: declaration.review?.status === 'waiting',
});

/** What stands around a declaration when it is looked at. */
export type Surroundings = {
  companions: readonly DeclarationDocument[];
  householdStatus: HouseholdStatus;
  rulebook: Rulebook;
};

export const declarationView = (
  declaration: DeclarationDocument,
  { companions, householdStatus, rulebook }: Surroundings,
  { vault, now }: { vault: Vault; now: Dayjs },
): DeclarationView => ({
  ...shared(declaration),
  householdId: declaration.householdId,
  householdStatus,
  sex: declaration.sex,
  birthDate: declaration.birthDate,
  age: ageOn(declaration.birthDate, now),
  address: vault.open('address', declaration.address),
  papersMask: declaration.papersMask,
  phoneMask: declaration.phoneMask,
  declaredBy: { name: declaration.declaredBy.name, how: declaration.declaredBy.how },
  signature: vault.open('signature', declaration.signature),
  photos: {
    healthCode: declaration.photos.healthCode !== null,
    itinerary: declaration.photos.itinerary !== null,
    test: declaration.photos.test !== null,
  },
  companions: companions
    .filter(({ _id }) => _id !== declaration._id)
    .map(({ _id, name, status }) => ({ declarationId: _id, name, status })),
  feverFrom: rulebook.profile.feverFrom,
  askedSymptoms: rulebook.profile.symptoms,
  lookBackDays: rulebook.profile.lookBackDays,
  checkedByName: declaration.checked?.byName ?? null,
  review:
    declaration.review?.status === 'waiting'
      ? {
          foundAt: declaration.review.foundAt,
          because: declaration.review.because,
          decision: decisionView(declaration.review.decision),
        }
      : null,
});
