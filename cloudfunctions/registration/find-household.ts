import type * as z from 'zod';
import { maskName } from '../../miniprogram/shared/masks';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import type { HouseholdDocument, PersonRecord } from './household.document';
import { papersIndexOf } from './person-record';
import { readFilesSharingPapers } from './registration.repository';

type Input = z.output<typeof registrationContract.findHousehold.input>;

/** Tells somebody who gives their papers and name whether the village has a file with them in it, and of whose house by one character. */
export async function findHousehold(
  input: Input,
  context: Context,
): Promise<{ found: { headMask: string } | null }> {
  const found = await findPerson(input, context);
  if (!found) return { found: null };
  context.about({ householdId: found.file._id, gridPath: found.file.gridPath });
  return { found: { headMask: maskName(found.file.headName) } };
}

/** The person with these papers and this name, in the oldest file that has them. A right number with another name finds nobody. */
export async function findPerson(
  { name, papers }: Input,
  context: Context,
): Promise<{ file: HouseholdDocument; person: PersonRecord } | null> {
  const index = papersIndexOf(papers, context.vault);
  const files = await readFilesSharingPapers(context, [index]);
  const found = files
    .sort((a, b) => (a.queueKey < b.queueKey ? -1 : 1))
    .flatMap((file) =>
      file.people
        .filter((person) => person.papersIndex === index && sameName(person.name, name))
        .map((person) => ({ file, person })),
    );
  return found[0] ?? null;
}

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
/** Points and spaces between the parts of a name are written in many ways. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toUpperCase();
