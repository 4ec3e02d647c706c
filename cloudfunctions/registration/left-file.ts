import type { Vault } from '../kernel/vault';
import type { HouseholdDocument } from './household.document';
import { changedFile, closedFile } from './household-file';

type Leaving = { openid: string; personId: string | undefined; at: string };
/** Stands in a file for the phone of somebody who left. */
const NOBODY = '';
const act = ({ at }: Leaving) => ({ requestId: `left ${at}`, by: NOBODY, at });

/** True when nobody else's data is in the file: then it goes with its last phone. */
export const isAlone = (file: HouseholdDocument, { personId }: Leaving): boolean =>
  file.people.every((person) => person.personId === personId);

/** The file of somebody who lived alone: closed, and nothing personal left in it. That there was one stays countable. */
export function erasedFile(file: HouseholdDocument, leaving: Leaving, vault: Vault): HouseholdDocument {
  const closed = closedFile(file, act(leaving), { reason: 'left' });
  return {
    ...closed,
    people: [],
    headName: '',
    address: vault.seal('address', ''),
    consent: null,
    returnReason: null,
    handedOver: null,
    changes: closed.changes.slice(-1),
  };
}

/**
 * The file of a family whose others remain: the one who leaves still lives there, so they stay in it, for the village has to know everybody (传染病防治法);
 * their number, their consent and their phone go.
 */
export function leftFile(file: HouseholdDocument, leaving: Leaving): HouseholdDocument {
  const { openid, personId, at } = leaving;
  const people = file.people.map((person) =>
    person.personId === personId ? { ...person, phone: null, phoneIndex: null, phoneMask: null } : person,
  );
  const next = changedFile(file, { ...act(leaving), what: 'left' }, { people });
  return {
    ...next,
    ...(file.consent?.by === openid && { consent: { ...file.consent, by: NOBODY, withdrawnAt: at } }),
    changes: next.changes.map((change) => (change.by === openid ? { ...change, by: NOBODY } : change)),
  };
}
