import type * as z from 'zod';
import type { rulebookContract, VersionRow } from '../contracts/rulebook';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { readVersion, versionIdOf } from './proposals.repository';
import { RULEBOOKS, type RulebookDocument } from './rulebook.document';
import { versionRow } from './rulebook-view';
import { decidedBy, mustDecide } from './second-officer';
import { beginSweep, sweepIdOf } from './sweep.repository';
import { runSweep } from './run-sweep';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.decide.input>;

/** A second officer approves or rejects a version. Approving starts the sweep with it, in one transaction, and goes on with it a while. */
export async function decideRulebook({ version, ...word }: Input, context: Context): Promise<VersionRow> {
  const { caller, database, now } = context;
  const townId = ownTown(context);
  await readVersion(context, townId, version);
  const id = versionIdOf(townId, version);
  await inTransaction(database, async (transaction) => {
    const present = await transaction.get<RulebookDocument>(RULEBOOKS, id);
    if (!present) throw new AppError('NOT_FOUND', '没有找到这一版规则');
    if (!mustDecide(present, word, context)) return;
    const isApproved = word.decision === 'approve';
    if (isApproved && present.validFrom < toCalendarDate(now))
      throw new AppError('CONFLICT', '执行日期已经过了，请退回，改了日期再提交');
    const decided = decidedBy(word, context);
    const status = isApproved ? 'approved' : 'rejected';
    await transaction.put(RULEBOOKS, { ...present, ...decided, status } satisfies RulebookDocument);
    if (isApproved)
      await beginSweep(transaction, context, {
        gridPath: present.gridPath,
        kind: 'rulebook',
        subject: id,
        title: `新规则：${present.title}`,
      });
  });
  if (word.decision === 'approve') await runSweep(context, sweepIdOf(id));
  return versionRow(await readVersion(context, townId, version), caller.openid);
}
