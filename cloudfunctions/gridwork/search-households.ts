import type * as z from 'zod';
import type { FoundRow } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import type { Vault } from '../kernel/vault';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { placeOf } from '../registration/household-view';
import { keysAskedFor, searchRoots } from '../registration/search-keys';
import { readFound } from './gridwork.repository';

type Input = z.output<typeof gridworkContract.search.input>;

const ROWS_A_PAGE = 20;

/** One page of the households in the caller's grids that the words speak of. */
export async function searchHouseholds(
  { words, after }: Input,
  context: Context,
): Promise<{ rows: FoundRow[]; next: string | null }> {
  const { caller, scope, vault } = context;
  const held = scope.kind === 'grids' ? scope.gridIds : [];
  const paths = caller.posts.filter(({ gridId }) => held.includes(gridId)).map(({ gridPath }) => gridPath);
  const keys = keysAskedFor(words, searchRoots(paths), vault);
  if (keys.length === 0) throw invalidFields({ words: '请写姓名、手机号后四位，或住址里的字' });
  const found = await readFound(context, {
    keys,
    ...(after !== undefined && { after }),
    limit: ROWS_A_PAGE + 1,
  });
  const files = found.slice(0, ROWS_A_PAGE);
  const last = files.at(-1);
  return {
    rows: files.map((file) => foundRow(file, words, vault)),
    next: last && found.length > files.length ? last._id : null,
  };
}

/** A found household; `found` names the people whose name or phone tail the search speaks of. */
const foundRow = (file: HouseholdDocument, words: string, vault: Vault): FoundRow => {
  const said = words.normalize('NFKC').split(/\s+/u);
  const isMeant = ({ name, phoneMask }: PersonRecord) =>
    said.some((word) => name.includes(word) || (word.length >= 4 && phoneMask?.slice(-4) === word.slice(-4)));
  return {
    householdId: file._id,
    headName: file.headName,
    place: placeOf(file.pathNames),
    address: vault.open('address', file.address),
    peopleCount: file.people.length,
    careCount: file.people.filter(({ careCategories }) => careCategories.length > 0).length,
    status: file.status,
    found: file.people.filter(isMeant).map(({ name }) => name),
  };
};
