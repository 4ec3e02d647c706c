import { CloudError } from '../../../services/cloud';
import { findHousehold } from '../../../services/household-phones';
import { whoIs } from '../forms';
import type { PersonDraft } from '../household-draft';

/** Looks done already on this phone, so that going back and forth does not use up the few that one has. */
const known = new Map<string, { headMask: string } | null>();

/**
 * Whether the village has a file with this person in it. Without an answer (no network, too many looks) the form goes on: the
 * grid member sees papers that stand twice.
 */
export async function lookUp(person: PersonDraft): Promise<{ headMask: string } | null> {
  const key = `${person.name.trim()} ${person.papersType} ${person.number.trim()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  try {
    const found = await findHousehold(whoIs(person));
    known.set(key, found);
    return found;
  } catch (error) {
    if (error instanceof CloudError) return null;
    throw error;
  }
}
