import { createHash } from 'node:crypto';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { changedFile, peopled, type Place, placed, waitingSince } from '../registration/household-file';
import { changedPersonRecord, newPersonId, personRecord } from '../registration/person-record';
import type { Compared } from './comparison';
import type { JobDocument } from './job.document';

/** The same head in the same village makes the same file, whoever imports it and however often. */
export const rosteredIdOf = (villageId: string, headPapersIndex: string): string =>
  `r${createHash('sha256').update(`roster:${villageId}:${headPapersIndex}`).digest('hex').slice(0, 24)}`;

type Import = { job: JobDocument; place: Place; context: Pick<Context, 'caller' | 'now' | 'vault'> };

/** The household's file as the roster has it: nobody of it has been asked, so there is no consent and nothing to verify. */
export function newRosteredFile(compared: Compared, { job, place, context }: Import): HouseholdDocument {
  const { caller, now, vault } = context;
  const at = toTimestamp(now);
  const _id = rosteredIdOf(job.gridId, compared.rows[0]?.papersIndex ?? '');
  return {
    _id,
    ...placed(place),
    address: vault.seal('address', compared.household.address),
    tenure: compared.household.tenure,
    status: 'rostered',
    version: 1,
    ...waitingSince(at, _id),
    verifiedAt: null,
    verifiedBy: null,
    returnReason: null,
    ...peopled(addedPeople(_id, compared, { job, place, context })),
    searchKeys: [],
    consent: null,
    changes: [{ requestId: job._id, by: caller.openid, at, what: 'rostered' }],
  };
}

/** A rostered file after a newer roster. People whom the roster leaves out stay: their row may only be wrong. */
export function refreshedFile(
  file: HouseholdDocument,
  compared: Compared,
  { job, place, context }: Import,
): HouseholdDocument {
  const { caller, now, vault } = context;
  const rowOf = new Map(compared.rows.map((row) => [row.papersIndex, row]));
  const kept = file.people.map((person): PersonRecord => {
    const row = rowOf.get(person.papersIndex);
    if (row !== undefined) return changedPersonRecord(person, row.form, vault);
    return person.relation === 'head' ? { ...person, relation: 'other' } : person;
  });
  return changedFile(
    file,
    { requestId: job._id, by: caller.openid, at: toTimestamp(now), what: 'rostered' },
    {
      ...placed(place),
      address: vault.seal('address', compared.household.address),
      tenure: compared.household.tenure,
      ...peopled([...kept, ...addedPeople(file._id, compared, { job, place, context })]),
    },
  );
}

/** A file that was closed is opened again by a roster that names the household as living here. */
export const reopenedFile = (closed: HouseholdDocument, fresh: HouseholdDocument): HouseholdDocument => ({
  ...fresh,
  version: closed.version + 1,
  changes: [...closed.changes, ...fresh.changes].slice(-10),
});

const addedPeople = (householdId: string, { rows }: Compared, { job, context }: Import): PersonRecord[] =>
  rows
    .filter(({ outcome, present }) => outcome === 'new' && present === null)
    .map(({ row, form }) => personRecord(newPersonId(householdId, job._id, row), form, context.vault));
