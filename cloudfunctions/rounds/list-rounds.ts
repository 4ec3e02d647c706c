import type * as z from 'zod';
import type { roundsContract, RoundView } from '../contracts/rounds';
import type { RoundStatus } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { gridScope } from '../kernel/scope';
import { mayManage, noRound, readRound, readStaffRounds } from './round.repository';
import { roundCard } from './round-card';
import { roundView } from './round-view';

type Input = z.output<typeof roundsContract.list.input>;
type Output = z.output<typeof roundsContract.list.output>;

const ROWS_A_PAGE = 20;
const STATUSES: Readonly<Record<Input['tab'], readonly RoundStatus[]>> = {
  current: ['open', 'closed', 'purchasing', 'arrived', 'distributing'],
  draft: ['draft'],
  over: ['settled', 'cancelled'],
};

/** Drafts are only there for whoever may open them. */
const managing = (context: Context): Context => ({
  ...context,
  scope: gridScope(context.caller, ['gridLeader', 'townOfficer']),
});

/** One page of a tab, latest cut-off first. */
export async function listRounds({ tab, after }: Input, context: Context): Promise<Output> {
  const manager = managing(context);
  const found = await readStaffRounds(tab === 'draft' ? manager : context, {
    statuses: STATUSES[tab],
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const page = found.slice(0, ROWS_A_PAGE);
  const last = page.at(-1);
  return {
    rows: page.filter((round) => tab !== 'draft' || mayManage(manager, round)).map(roundCard),
    next: last && found.length > page.length ? Buffer.from(last.listKey).toString('base64url') : null,
  };
}

export async function showRound({ roundId }: { roundId: string }, context: Context): Promise<RoundView> {
  const round = await readRound(context, roundId);
  // A grid member looks after people, not after the round: changing it is for those who lead its grid.
  const manager = managing(context);
  if (round.status === 'draft' && !mayManage(manager, round)) throw noRound();
  return { ...(await roundView(context, round)), mine: mayManage(manager, round) };
}
