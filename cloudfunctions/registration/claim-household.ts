import type * as z from 'zod';
import { maskName, maskPhone } from '../../miniprogram/shared/masks';
import type { registrationContract } from '../contracts/registration';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { type ClaimDocument, claimIdOf } from './claim.document';
import { putOwnClaim } from './claims.repository';
import { findPerson } from './find-household';

type Input = z.output<typeof registrationContract.claim.input>;

/** 认领: the claim waits for the head of the household or the grid member; until then the claimant sees nothing of the file. */
export async function claimHousehold(input: Input, context: Context): Promise<{ headMask: string }> {
  const { caller, now, vault } = context;
  if (caller.householdId !== null)
    throw new AppError('CONFLICT', '这部手机已经登记在一户里了。要改内容，请打开“我家档案”');
  const found = await findPerson(input, context);
  if (!found) throw new AppError('NOT_FOUND', '没有找到您家的档案。请直接登记');
  const { file, person } = found;
  context.about({ householdId: file._id, personId: person.personId, gridPath: file.gridPath });

  const at = toTimestamp(now);
  const claim: ClaimDocument = {
    _id: claimIdOf(caller.openid),
    openid: caller.openid,
    householdId: file._id,
    gridPath: file.gridPath,
    personId: person.personId,
    headMask: maskName(file.headName),
    phone: vault.seal('phone', input.phone),
    phoneIndex: vault.indexOf('phone', input.phone),
    phoneMask: maskPhone(input.phone),
    consent: { ...input.consent, at },
    status: 'waiting',
    requestId: input.requestId,
    sentAt: at,
    decidedAt: null,
    decidedBy: null,
  };
  const { headMask } = await putOwnClaim(context, claim);
  return { headMask };
}
