import type * as z from 'zod';
import type { RumourView, rumoursContract } from '../contracts/rumours';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { actOn, changedMeanwhile, isDone } from './rumour-acts';
import { answerIdOf, type RumourDocument, RUMOURS } from './rumour.document';
import { followLead, readRumour, rumourNotFound, wakeTold } from './rumour.repository';
import { rumourView } from './show-rumour';

type Joining = z.output<typeof rumoursContract.join.input>;
type Parting = z.output<typeof rumoursContract.part.input>;

const read = async (transaction: Transaction, rumourId: string): Promise<RumourDocument> => {
  const rumour = await transaction.get<RumourDocument>(RUMOURS, rumourId);
  if (!rumour) throw rumourNotFound();
  return rumour;
};

/** Several told the same: from now on they are answered together. What joins one that is answered already is told its answer at once. */
export async function joinRumours(
  { requestId, rumourId, version, into }: Joining,
  context: Context,
): Promise<RumourView> {
  // Both lie in the caller's grids: inside the transaction nothing asks for that any more.
  await readRumour(context, rumourId);
  await readRumour(context, into);
  const lead = await inTransaction(context.database, async (transaction) => {
    const joining = await read(transaction, rumourId);
    const other = await read(transaction, into);
    if (isDone(joining, requestId)) return other;
    requireJoinable(joining, other);
    if (joining.version !== version) throw changedMeanwhile();
    const act = { requestId, what: '合并' };
    await transaction.change(RUMOURS, rumourId, {
      ...actOn(joining, act, context),
      status: 'joined',
      leadId: into,
      reports: 0,
    });
    const reports = other.reports + joining.reports;
    await transaction.change(RUMOURS, into, { ...actOn(other, act, context), reports });
    return { ...other, reports };
  });
  // Sent again after a kill, both are done again, which changes nothing more.
  await followLead(context, rumourId, into);
  if (lead.answer) await wakeTold(context, into, { answerId: answerIdOf(lead.answer), now: context.now });
  return rumourView(await readRumour(context, into), context);
}

function requireJoinable(joining: RumourDocument, other: RumourDocument): void {
  if (joining._id === other._id) throw new AppError('INVALID_INPUT', '这是同一条，不用合并');
  if (joining.status !== 'open')
    throw new AppError('CONFLICT', '这条已经答复过，或者已经合到别的里去了，请看最新的');
  if (other.status === 'joined') throw new AppError('CONFLICT', '那一条已经合到别的里去了，请打开最新的再合');
}

/** Joined by mistake: it waits for an answer of its own again. */
export async function partRumour(
  { requestId, rumourId, version }: Parting,
  context: Context,
): Promise<RumourView> {
  await readRumour(context, rumourId);
  await inTransaction(context.database, async (transaction) => {
    const joined = await read(transaction, rumourId);
    if (isDone(joined, requestId)) return;
    if (joined.status !== 'joined') throw new AppError('CONFLICT', '这条没有合到别的里去');
    if (joined.version !== version) throw changedMeanwhile();
    const lead = await read(transaction, joined.leadId);
    const act = { requestId, what: '分开' };
    await transaction.change(RUMOURS, rumourId, {
      ...actOn(joined, act, context),
      status: 'open',
      leadId: rumourId,
      reports: 1,
      toldOf: '',
      wakesAt: '',
    });
    await transaction.change(RUMOURS, lead._id, {
      ...actOn(lead, act, context),
      reports: Math.max(1, lead.reports - 1),
    });
  });
  return rumourView(await readRumour(context, rumourId), context);
}
