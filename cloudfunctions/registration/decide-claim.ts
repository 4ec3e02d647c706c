import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Account } from '../kernel/identity';
import { inTransaction } from '../kernel/transaction';
import { type ClaimDocument, CLAIMS } from './claim.document';
import { claimedFile } from './claimed-file';
import type { HouseholdDocument } from './household.document';
import { ACCOUNTS, bindPhone, requireHead } from './household-phone';
import { getFile, putFile } from './registration.repository';

type Input = z.output<typeof registrationContract.decideClaim.input>;
type Check = (file: HouseholdDocument) => void;

/** The grid member, leader or office decides on a claim in their grids. */
export const decideClaim = async (input: Input, context: Context): Promise<Record<string, never>> =>
  decide(input, context, () => undefined);

/** The head decides on a claim on their own household. */
export const decideClaimOnMyHousehold = async (
  input: Input,
  context: Context,
): Promise<Record<string, never>> => decide(input, context, (file) => requireHead(context, file));

/** Confirming binds the phone, registers a rostered household and closes the claim, all or nothing; refusing only closes it. */
async function decide(
  { claimId, decision }: Input,
  context: Context,
  check: Check,
): Promise<Record<string, never>> {
  const { caller, database, now } = context;
  const at = toTimestamp(now);
  const wanted = decision === 'confirm' ? 'confirmed' : 'refused';
  await inTransaction(database, async (transaction) => {
    const claim = await transaction.get<ClaimDocument>(CLAIMS, claimId);
    const file = claim && (await getFile(transaction, context, claim.householdId));
    if (!file) throw new AppError('NOT_FOUND', '这个认领已经不在了');
    check(file);
    context.about({ householdId: file._id, personId: claim.personId, gridPath: file.gridPath });
    if (claim.status !== 'waiting') {
      if (claim.status === wanted && claim.decidedBy === caller.openid) return;
      throw new AppError('CONFLICT', '这个认领已经有人处理过了');
    }
    await transaction.put(CLAIMS, { ...claim, status: wanted, decidedAt: at, decidedBy: caller.openid });
    if (decision === 'refuse') return;

    const person = file.people.find(({ personId }) => personId === claim.personId);
    if (!person || file.status === 'closed')
      throw new AppError('CONFLICT', '档案里已经没有这个人了。请点“不是”');
    const account = await transaction.get<Account>(ACCOUNTS, claim.openid);
    if (account && account.householdId !== null)
      throw new AppError('CONFLICT', '对方已经登记到一户里了。请点“不是”');
    const { _id: householdId } = file;
    const act = { requestId: claim.requestId, by: claim.openid, at };
    await putFile(transaction, context, file, claimedFile(file, claim, act, now));
    await bindPhone(transaction, claim.openid, account, { householdId, person, consent: claim.consent });
  });
  return {};
}
