import type { ReleaseView } from '../contracts/release';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context, UseCase } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import type { ObservationDocument } from '../observation/observation.document';
import { readRulebook } from '../rulebook/rulebook.repository';
import { countReturns } from '../returns/count-returns';
import {
  type DeclarationDocument,
  DECLARATIONS,
  type ReturneeDocument,
  RETURNEES,
} from '../returns/declaration.document';
import type { CertificateSigner } from './certificate-signature';
import { issueCertificate } from './issue-certificate';
import { inTurn } from './number-turn';
import { inProgress } from './release.document';
import { type Seen, takeStep } from './take-step';

/**
 * 指挥部批准: released, with a certificate. The record, the declaration, the person, the counters and the number are written together or
 * not at all.
 */
export const approveReleaseWith =
  (signer: () => CertificateSigner): UseCase<Seen, ReleaseView> =>
  async (input, context) => {
    const townId = townOf(context);
    const validDays = await validityIn(context, townId);
    return inTurn(context, townId, async () =>
      takeStep('approve', input, context, async ({ observation, release }, approved, transaction) => {
        const { proposed, checked, ...rest } = inProgress(release);
        const steps = [proposed, checked, approved].filter((step) => step !== null);
        const certificate = await issueCertificate(transaction, context, signer(), {
          observation,
          steps,
          validDays,
        });
        await closeReturn(transaction, context, observation);
        return {
          observation: { ...observation, status: 'released' },
          release: {
            ...rest,
            proposed,
            checked,
            approved,
            status: 'approved',
            certificateId: certificate._id,
          },
        };
      }),
    );
  };

const townOf = ({ caller }: Context): string =>
  caller.posts.find(({ role }) => role === 'townOfficer')?.gridPath[0] ?? '';

/** As long as the rules look back: after that the stays that led to the measure no longer count anyway. */
async function validityIn(context: Context, townId: string): Promise<number> {
  const { profile } = await readRulebook(context, townId, toCalendarDate(context.now));
  return profile.lookBackDays;
}

/** The return is over: the person may declare another, and is counted as released. */
async function closeReturn(
  transaction: Transaction,
  context: Context,
  { _id, declarationId, personKey, gridId, gridPath, measure }: ObservationDocument,
): Promise<void> {
  const declaration = await transaction.get<DeclarationDocument>(DECLARATIONS, declarationId);
  if (declaration) {
    const { caller, now } = context;
    const change = { requestId: `release:${_id}`, by: caller.openid, at: toTimestamp(now), what: '解除' };
    await transaction.put(DECLARATIONS, {
      ...declaration,
      status: 'closed',
      version: declaration.version + 1,
      changes: [...declaration.changes, change],
    });
  }
  const returnee = await transaction.get<ReturneeDocument>(RETURNEES, personKey);
  if (returnee) {
    const { openDeclarationId, openObservationId } = returnee;
    await transaction.put(RETURNEES, {
      ...returnee,
      openDeclarationId: openDeclarationId === declarationId ? null : openDeclarationId,
      openObservationId: openObservationId === _id ? null : openObservationId,
    });
  }
  await countReturns(
    transaction,
    context,
    { gridId, gridPath },
    { released: 1, [`measures.${measure}`]: -1 },
  );
}
