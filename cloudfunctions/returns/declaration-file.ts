import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Trip, Traveller } from '../contracts/declaration';
import type { Stay } from '../contracts/health';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { classify } from '../rulebook/classification';
import { codesAround } from '../rulebook/division-codes';
import { factsOf } from '../rulebook/facts';
import type { RiskArea, Rulebook } from '../rulebook/rulebook.document';
import type { DeclarationDocument } from './declaration.document';

export type TripInput = z.output<typeof Trip>;
export type TravellerInput = z.output<typeof Traveller>;
/** What decides besides the person's own answers. */
export type Rules = { rulebook: Rulebook; areas: readonly RiskArea[]; homeCity: string };

/** The same form from the same phone is the same arrival. */
export const arrivalIdOf = (openid: string, requestId: string): string =>
  `r${createHash('sha256').update(`arrival:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

/** `position`: the traveller's place in the form. */
export const declarationIdOf = (arrivalId: string, position: number): string => `${arrivalId}-${position}`;

/** One traveller's declaration, as new. `at` is a timestamp in UTC+8. */
export function newDeclaration(
  { person, traveller, trip }: { person: PersonRecord; traveller: TravellerInput; trip: TripInput },
  {
    arrivalId,
    position,
    file,
    signature,
    declaredBy,
    rules,
    requestId,
    at,
  }: {
    arrivalId: string;
    position: number;
    file: HouseholdDocument;
    /** Sealed. */
    signature: string;
    declaredBy: DeclarationDocument['declaredBy'];
    rules: Rules;
    requestId: string;
    at: string;
  },
): DeclarationDocument {
  const _id = declarationIdOf(arrivalId, position);
  const said = {
    ...tripFields(_id, trip, at),
    health: traveller.health,
    healthCode: traveller.healthCode,
    test: traveller.test,
  };
  return {
    _id,
    arrivalId,
    personKey: person.papersIndex,
    personId: person.personId,
    householdId: file._id,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    papersMask: person.papersMask,
    phone: person.phone,
    phoneMask: person.phoneMask,
    address: file.address,
    ...said,
    photos: traveller.photos,
    signature,
    declaredBy,
    status: 'declared',
    ...decided(said, rules, at),
    review: null,
    checked: null,
    cancelled: null,
    observationId: null,
    listEntryId: null,
    declaredAt: at,
    version: 1,
    changes: [{ requestId, by: declaredBy.openid, at, what: 'declared' }],
  };
}

/** What a trip writes into a declaration. Whoever's time of arrival is over waits for somebody to come and check. */
export function tripFields(
  declarationId: string,
  { transport, stays, arrivesAt: said }: TripInput,
  at: string,
): Pick<
  DeclarationDocument,
  'transport' | 'stays' | 'stayCodes' | 'lastStayDate' | 'arrivesAt' | 'queueKey' | 'waitsFor'
> {
  const arrivesAt = toTimestamp(chinaTime(said));
  return {
    transport,
    ...stayFields(stays),
    arrivesAt,
    queueKey: `${arrivesAt} ${declarationId}`,
    waitsFor: arrivesAt <= at ? 'check' : 'arrival',
  };
}

export const stayFields = (
  stays: Stay[],
): Pick<DeclarationDocument, 'stays' | 'stayCodes' | 'lastStayDate'> => ({
  stays,
  stayCodes: [
    ...new Set(
      stays.flatMap(({ where }) => (where.kind === 'abroad' ? ['abroad'] : codesAround(where.code))),
    ),
  ],
  lastStayDate: stays.reduce((last, { to }) => (to > last ? to : last), ''),
});

/** The facts that a decision is made from, and the decision. */
export function decided(
  said: Pick<DeclarationDocument, 'arrivesAt' | 'stays' | 'test' | 'health' | 'healthCode'>,
  { rulebook, areas, homeCity }: Rules,
  at: string,
): Pick<DeclarationDocument, 'facts' | 'decision'> {
  const facts = factsOf(said, homeCity);
  return { facts, decision: classify(facts, rulebook, areas, at) };
}

/** How many acts a declaration remembers by request id. */
const REMEMBERED_CHANGES = 10;
export type DeclarationAct = { requestId: string; by: string; at: string };

/** The declaration after an act: one version up, the act remembered. */
export const changedDeclaration = (
  declaration: DeclarationDocument,
  { act, what }: { act: DeclarationAct; what: string },
  fields: Partial<DeclarationDocument>,
): DeclarationDocument => ({
  ...declaration,
  ...fields,
  version: declaration.version + 1,
  changes: [...declaration.changes, { ...act, what }].slice(-REMEMBERED_CHANGES),
});
