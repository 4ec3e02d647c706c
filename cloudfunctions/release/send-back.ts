import type * as z from 'zod';
import type { ReleaseView, releaseContract } from '../contracts/release';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { notFound } from './release.repository';
import { releaseNow } from './show-release';
import { roleFor } from './step-taker';
import { isRepeated, putWritten, readStanding } from './take-step';

type Input = z.output<typeof releaseContract.sendBack.input>;

/** 退回: the observation goes on, and the village proposes again. Any officer may, also who checked and thought again. */
export async function sendBackRelease(input: Input, context: Context): Promise<ReleaseView> {
  const { caller, database, now } = context;
  const { reason, requestId } = input;
  context.about({ reason });
  await inTransaction(database, async (transaction) => {
    const standing = await readStanding(transaction, context, input.observationId);
    const { observation, release } = standing;
    if (isRepeated(standing, input, context)) return;
    if (observation.version !== input.version)
      throw new AppError('CONFLICT', '记录刚有变动，请看过最新内容再办');
    if (release === null || (release.status !== 'proposed' && release.status !== 'checked'))
      throw new AppError('CONFLICT', '现在没有可以退回的');
    const role = roleFor(caller, 'check', observation.gridPath);
    if (role === null) throw notFound();
    await putWritten(
      transaction,
      {
        observation: { ...observation, status: 'active' },
        release: { ...release, status: 'returned', proposed: null, checked: null },
      },
      {
        what: 'return',
        openid: caller.openid,
        name: caller.name ?? '',
        role,
        at: toTimestamp(now),
        reason,
        requestId,
      },
    );
  });
  return releaseNow(context, input.observationId);
}
