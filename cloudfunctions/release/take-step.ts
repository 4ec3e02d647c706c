import type * as z from 'zod';
import type { ReleaseView, releaseContract } from '../contracts/release';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { closedUpTo, settled } from '../observation/slot-record';
import { obstaclesTo } from './readiness';
import { type ReleaseDocument, RELEASES, type ReleaseEvent, type ReleaseStep } from './release.document';
import { countOpenAlerts, notFound } from './release.repository';
import { releaseNow } from './show-release';
import { requireOther, roleFor, type StepName, stepTakerOf } from './step-taker';

export type Seen = z.output<typeof releaseContract.propose.input>;

/** A record and its release as they stand inside the transaction. */
export type Standing = { observation: ObservationDocument; release: ReleaseDocument | null };
/** What a step writes. */
export type Written = { observation: ObservationDocument; release: ReleaseDocument };

const KEPT_CHANGES = 10;
/** Approvals of one town all meet at its next certificate number, and one comes through at a time. */
const PATIENCE = { attempts: 40 };
const GIVEN: Readonly<Record<StepName, readonly (ReleaseDocument['status'] | 'none')[]>> = {
  propose: ['none', 'returned'],
  check: ['proposed'],
  approve: ['checked'],
};
const NOT_NOW: Readonly<Record<StepName, string>> = {
  propose: '已经提出过了，在等镇里办',
  check: '这一步已经办过了，或者村里还没有提出',
  approve: '这一步已经办过了，或者镇里还没有审核',
};
const WHAT: Readonly<Record<StepName, string>> = {
  propose: '提出解除',
  check: '审核解除',
  approve: '批准解除',
};

/**
 * One of the three steps: only by somebody who took none before, only over the record that they saw, and only when nothing stands in the
 * way at this moment. The same tap again answers what stands.
 */
export async function takeStep(
  step: StepName,
  input: Seen,
  context: Context,
  write: (standing: Standing, taken: ReleaseStep, transaction: Transaction) => Promise<Written>,
): Promise<ReleaseView> {
  const { caller, database, now } = context;
  context.about({ reason: WHAT[step] });
  await inTransaction(
    database,
    async (transaction) => {
      const standing = await readStanding(transaction, context, input.observationId);
      const { observation, release } = standing;
      if (isRepeated(standing, input, context)) return;
      if (observation.version !== input.version)
        throw new AppError('CONFLICT', '记录刚有变动，请看过最新内容再办');
      if (!GIVEN[step].includes(release?.status ?? 'none')) throw new AppError('CONFLICT', NOT_NOW[step]);

      const role = roleFor(caller, step, observation.gridPath);
      if (role === null) throw notFound();
      const { openid, phoneIndex, papersIndex, name, householdId } = await stepTakerOf(
        (collection, id) => transaction.get(collection, id),
        caller,
      );
      requireOther({ openid, phoneIndex, papersIndex, name, householdId }, observation, release);
      await requireNothingInTheWay(context, observation);

      const at = toTimestamp(now);
      const taken = { openid, phoneIndex, papersIndex, name, role, at, requestId: input.requestId };
      const written = await write(standing, taken, transaction);
      await putWritten(transaction, written, { ...taken, what: step, reason: null });
    },
    PATIENCE,
  );
  return releaseNow(context, input.observationId);
}

/** Both documents, if the person is within the caller's scope; throws NOT_FOUND otherwise. */
export async function readStanding(
  transaction: Transaction,
  context: Context,
  observationId: string,
): Promise<Standing> {
  const stored = await transaction.get<ObservationDocument>(OBSERVATIONS, observationId);
  if (!stored || !mayTouchGrid(context.scope, stored.gridPath)) throw notFound();
  const observation = closedUpTo(stored, context.now);
  const { householdId, personId, gridPath } = observation;
  context.about({ householdId, personId, gridPath });
  return { observation, release: await transaction.get<ReleaseDocument>(RELEASES, observationId) };
}

/** True for the same tap by the same phone: sent twice, or again because its answer got lost. */
export const isRepeated = (
  { release }: Standing,
  { requestId }: Pick<Seen, 'requestId'>,
  { caller }: Pick<Context, 'caller'>,
): boolean =>
  release?.history.some((event) => event.requestId === requestId && event.by === caller.openid) ?? false;

/** Throws what still stands in the way. Asked at each step, because an alert may have come since the last. */
async function requireNothingInTheWay(context: Context, observation: ObservationDocument): Promise<void> {
  const obstacles = obstaclesTo({
    observation,
    openAlerts: await countOpenAlerts(context, observation),
    now: context.now.valueOf(),
  });
  if (obstacles.length > 0)
    throw new AppError('CONFLICT', `还不能解除：${obstacles.map(({ words }) => words).join('；')}`);
}

/** Writes both, with one more event; the observation's version goes up so that nobody attests what they did not see. */
export async function putWritten(
  transaction: Transaction,
  { observation, release }: Written,
  step: Omit<ReleaseStep, 'phoneIndex' | 'papersIndex'> & Pick<ReleaseEvent, 'what' | 'reason'>,
): Promise<void> {
  const { what, name, role, at, reason, requestId, openid: by } = step;
  const history = [...release.history, { what, name, role, at, reason, by, requestId }];
  await transaction.put(RELEASES, { ...release, history, queueKey: `${at} ${release._id}` });
  const change = { requestId, by, at, what: what === 'return' ? '退回解除' : WHAT[what] };
  await transaction.put(
    OBSERVATIONS,
    settled({
      ...observation,
      version: observation.version + 1,
      changes: [...observation.changes.slice(1 - KEPT_CHANGES), change],
    }),
  );
}
