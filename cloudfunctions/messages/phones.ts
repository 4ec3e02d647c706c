import type { MessageUse } from '../contracts/messages';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Account } from '../kernel/identity';
import { templateIdFor } from '../kernel/subscription-message';
import { ACCOUNTS } from '../registration/household-phone';
import { creditIdOf, readCredits } from './credits.repository';

export type Phone = { openid: string; personId: string | null };
/** Phones that allowed a message, by household, or by account. */
export type Phones = ReadonlyMap<string, readonly Phone[]>;

const ADDRESSEES_AT_ONCE = 300;
/** More phones than so many households have; CloudBase answers no more at once. */
const MOST_PHONES = 1_000;

/** Who gets a message: households, or people on duty by their own account. */
type Addressee = 'householdId' | '_id';

/** The phones of some households (or people) that have more than `keep` messages of a use left: two queries for some hundreds of them. */
export async function readPhones(
  context: Pick<Context, 'database'>,
  use: MessageUse,
  addressees: readonly string[],
  { keep = 0, by = 'householdId' }: { keep?: number; by?: Addressee } = {},
): Promise<Phones> {
  const templateId = templateIdFor(use);
  const phones = new Map<string, Phone[]>();
  if (templateId === null) return phones;
  const wanted = [...new Set(addressees)];
  for (let from = 0; from < wanted.length; from += ADDRESSEES_AT_ONCE) {
    const accounts = await readAccounts(context, by, wanted.slice(from, from + ADDRESSEES_AT_ONCE));
    const ids = accounts.map(({ _id }) => creditIdOf(_id, templateId));
    const allowed = new Set((await readCredits(context, ids, keep)).map(({ _id }) => _id));
    for (const account of accounts) {
      const { _id, [by]: addressee, personId } = account;
      if (addressee === null || !allowed.has(creditIdOf(_id, templateId))) continue;
      phones.set(addressee, [...(phones.get(addressee) ?? []), { openid: _id, personId: personId ?? null }]);
    }
  }
  return phones;
}

const readAccounts = async (
  { database }: Pick<Context, 'database'>,
  by: Addressee,
  addressees: readonly string[],
): Promise<Account[]> =>
  unscoped<Account>(database, ACCOUNTS).find(
    { [by]: database.command.in([...addressees]) },
    { limit: MOST_PHONES },
  );
