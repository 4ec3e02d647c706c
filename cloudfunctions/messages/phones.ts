import type { MessageUse } from '../contracts/messages';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Account } from '../kernel/identity';
import { templateIdFor } from '../kernel/subscription-message';
import { ACCOUNTS } from '../registration/household-phone';
import { creditIdOf, readCredits } from './credits.repository';

export type Phone = { openid: string; personId: string | null };
/** Phones that allowed a message, by household. */
export type Phones = ReadonlyMap<string, readonly Phone[]>;

const HOUSEHOLDS_AT_ONCE = 300;
/** More phones than so many households have; CloudBase answers no more at once. */
const MOST_PHONES = 1_000;

/** The phones of some households that have more than `keep` messages of a use left: two queries for some hundreds of them. */
export async function readPhones(
  context: Pick<Context, 'database'>,
  use: MessageUse,
  householdIds: readonly string[],
  keep = 0,
): Promise<Phones> {
  const templateId = templateIdFor(use);
  const phones = new Map<string, Phone[]>();
  if (templateId === null) return phones;
  const wanted = [...new Set(householdIds)];
  for (let from = 0; from < wanted.length; from += HOUSEHOLDS_AT_ONCE) {
    const accounts = await readAccounts(context, wanted.slice(from, from + HOUSEHOLDS_AT_ONCE));
    const ids = accounts.map(({ _id }) => creditIdOf(_id, templateId));
    const allowed = new Set((await readCredits(context, ids, keep)).map(({ _id }) => _id));
    for (const { _id, householdId, personId } of accounts) {
      if (householdId === null || !allowed.has(creditIdOf(_id, templateId))) continue;
      const ofHousehold = phones.get(householdId) ?? [];
      phones.set(householdId, [...ofHousehold, { openid: _id, personId: personId ?? null }]);
    }
  }
  return phones;
}

const readAccounts = async (
  { database }: Pick<Context, 'database'>,
  householdIds: readonly string[],
): Promise<Account[]> =>
  unscoped<Account>(database, ACCOUNTS).find(
    { householdId: database.command.in([...householdIds]) },
    { limit: MOST_PHONES },
  );
