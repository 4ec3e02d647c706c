import type { Contracts, InputOf, OutputOf, Reply } from '../../cloudfunctions/contracts';
import type { Account } from '../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { Town } from './town';

/** Calls as somebody's phone does who is not on the screen; a refusal throws its words. */
export const callsIn =
  (town: () => Town) =>
  async <F extends keyof Contracts, A extends keyof Contracts[F] & string>(
    openid: string,
    functionName: F,
    action: A,
    input: InputOf<Contracts[F][A]>,
  ): Promise<OutputOf<Contracts[F][A]>> => {
    const reply = (await town().simulator.call(functionName, { action, input }, { openid })) as Reply<
      OutputOf<Contracts[F][A]>
    >;
    if (!reply.ok) throw new Error(`${functionName}.${action}: ${reply.error.message}`);
    return reply.data;
  };

/** Whose phone belongs to a verified household of a grid, one a household, without the ones that are played by hand. */
export function phonesOf(
  town: Town,
  gridId: string,
  butNot: readonly string[],
): { openid: string; householdId: string }[] {
  const files = new Map(
    town
      .documents<HouseholdDocument>('households')
      .filter(({ gridPath, status }) => status === 'verified' && gridPath.includes(gridId))
      .map((file) => [file._id, file]),
  );
  const phones = new Map<string, string>();
  for (const { _id, householdId } of town.documents<Account>('accounts'))
    if (householdId && files.has(householdId) && !butNot.includes(files.get(householdId)!.headName))
      phones.set(householdId, _id);
  return [...phones].map(([householdId, openid]) => ({ householdId, openid }));
}
