import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import type { Account } from '../kernel/identity';
import type { Vault } from '../kernel/vault';
import type { ClosedReason, FileChange, HouseholdDocument, PersonRecord } from './household.document';
import { headOf } from './household-phone';
import { newPersonId, type PersonFormInput, personRecord } from './person-record';

export type EnrolInput = z.output<typeof registrationContract.enrol.input>;
/** Where a household lives, as its lowest grid's document says. */
export type Place = { gridId: string; gridPath: readonly string[]; pathNames: readonly string[] };

/** How many acts a file remembers by request id: retries come within minutes, not after a tenth further change. */
const REMEMBERED_CHANGES = 10;

/** One file a phone: the same phone makes the same id, so a second form can't make a second file. */
export const householdIdOf = (openid: string): string =>
  `h${createHash('sha256').update(`household:${openid}`).digest('hex').slice(0, 24)}`;

/** A new file out of a form. `at` is a timestamp in UTC+8. */
export function newHousehold(
  input: Omit<EnrolInput, 'gridId' | 'head'> & { head: PersonFormInput },
  {
    place,
    openid,
    at,
    vault,
    householdId = householdIdOf(openid),
  }: { place: Place; openid: string; at: string; vault: Vault; householdId?: string },
): HouseholdDocument {
  const people = [input.head, ...input.members].map((form, position) =>
    personRecord(newPersonId(householdId, input.requestId, position), form, vault),
  );
  return {
    _id: householdId,
    ...placed(place),
    address: vault.seal('address', input.address),
    tenure: input.tenure,
    status: 'submitted',
    version: 1,
    ...waitingSince(at, householdId),
    verifiedAt: null,
    verifiedBy: null,
    returnReason: null,
    ...peopled(people),
    searchKeys: [],
    consent: { ...input.consent, at, by: openid },
    changes: [{ requestId: input.requestId, by: openid, at, what: 'enrolled' }],
  };
}

/** The file after an act: one version up, the act remembered, and whatever else `fields` says. */
export const changedFile = (
  file: HouseholdDocument,
  change: FileChange,
  fields: Partial<HouseholdDocument>,
): HouseholdDocument => ({
  ...file,
  ...fields,
  version: file.version + 1,
  changes: [...file.changes, change].slice(-REMEMBERED_CHANGES),
});

export type Act = Omit<FileChange, 'what'>;

/** 已核实 */
export const verifiedFile = (file: HouseholdDocument, act: Act): HouseholdDocument =>
  changedFile(
    file,
    { ...act, what: 'verified' },
    { status: 'verified', verifiedAt: act.at, verifiedBy: act.by, returnReason: null, handedOver: null },
  );

/** 退回修改, with the reason that the household will read. */
export const returnedFile = (file: HouseholdDocument, act: Act, reason: string): HouseholdDocument =>
  changedFile(
    file,
    { ...act, what: 'returned' },
    { status: 'returned', returnReason: reason, verifiedAt: null, verifiedBy: null, handedOver: null },
  );

/** 转到别的村组: it waits at the end of the queue there, for nobody there has seen its door yet. */
export const handedOverFile = (
  file: HouseholdDocument,
  act: Act,
  { place, reason }: { place: Place; reason: string },
): HouseholdDocument =>
  changedFile(
    file,
    { ...act, what: 'handedOver' },
    {
      ...placed(place),
      ...waitingSince(act.at, file._id),
      status: 'submitted',
      verifiedAt: null,
      verifiedBy: null,
      returnReason: null,
      // The day was agreed with somebody who does not come any more.
      visit: null,
      handedOver: { from: file.pathNames, at: act.at, reason },
    },
  );

/** Out of every list, count and look-up, and kept for history: without its indexes no look-up finds it any more. */
export const closedFile = (
  file: HouseholdDocument,
  act: Act,
  { reason, mergedInto }: { reason: ClosedReason; mergedInto?: string },
): HouseholdDocument =>
  changedFile(
    file,
    { ...act, what: 'closed' },
    {
      status: 'closed',
      visit: null,
      closedReason: reason,
      ...(mergedInto !== undefined && { mergedInto }),
      papersIndexes: [],
    },
  );

export const placed = ({ gridId, gridPath, pathNames }: Place) => ({
  gridId,
  gridPath: [...gridPath],
  pathNames: [...pathNames],
});

export const waitingSince = (at: string, householdId: string) => ({
  submittedAt: at,
  queueKey: `${at} ${householdId}`,
});

export const peopled = (people: PersonRecord[]) => ({
  people,
  headName: people.find(({ relation }) => relation === 'head')?.name ?? '',
  papersIndexes: people.map(({ papersIndex }) => papersIndex),
});

/** The account of a phone that just enrolled its household. */
export const householdAccount = (
  openid: string,
  file: Pick<HouseholdDocument, '_id' | 'headName' | 'people'>,
): Account => ({
  _id: openid,
  name: file.headName,
  // The number in the form is the household's word; only signing in proves a number.
  phone: null,
  phoneIndex: null,
  householdId: file._id,
  personId: headOf(file)?.personId ?? null,
  posts: [],
  version: 1,
});
