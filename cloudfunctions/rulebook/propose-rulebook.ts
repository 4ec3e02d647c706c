import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { insertProposal } from './proposals.repository';
import { hasGap, repeatedIds } from './table-rules';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.propose.input>;

/** Proposes a new version. Whoever arrived already was decided by the rules of that day, so it can't begin in the past. */
export async function proposeRulebook(input: Input, context: Context): Promise<{ version: number }> {
  const { caller, now } = context;
  const townId = ownTown(context);
  if (input.validFrom < toCalendarDate(now)) throw invalidFields({ validFrom: '最早从今天起执行' });
  if (repeatedIds(input.classification).length > 0)
    throw invalidFields({ classification: '分类表里有两行代号一样' });
  if (hasGap(input.classification))
    throw invalidFields({ classification: '分类表有漏洞：有的来返人员一行也对不上，不能这样执行' });
  const version = await insertProposal(context, townId, {
    ...input,
    gridPath: [townId],
    status: 'proposed',
    proposedBy: caller.openid,
    proposedByName: caller.name ?? '',
    proposedAt: toTimestamp(now),
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    reason: '',
  });
  return { version };
}
