import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';

export const NUMBER_TURNS = 'certificate_turns';

/** Who approves in a town just now; its `_id` is the town's grid. */
type NumberTurn = { _id: string; holder: string; until: number };

const LEASE_MS = 5_000;
const FIRST_PAUSE_MS = 40;
const LONGEST_PAUSE_MS = 400;
const MOST_WAIT_MS = 10_000;

/**
 * Approvals of one town all meet at its next certificate number, and of transactions that meet one comes through while the others did
 * their work for nothing. So they queue up. It is a courtesy and no lock: the transaction alone keeps the numbers right, whoever was
 * killed in their turn is passed over when it runs out, and who has waited long enough goes on without.
 */
export async function inTurn<T>(
  { database, now }: Pick<Context, 'database' | 'now'>,
  townId: string,
  work: () => Promise<T>,
): Promise<T> {
  const turns = unscoped<NumberTurn>(database, NUMBER_TURNS);
  const holder = randomUUID();
  const started = performance.now();
  const waited = () => performance.now() - started;
  for (let wait = FIRST_PAUSE_MS; waited() < MOST_WAIT_MS; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const moment = now.valueOf() + waited();
    if (await turns.insert({ _id: townId, holder, until: moment + LEASE_MS })) break;
    await turns.remove({ _id: townId, until: database.command.lt(moment) });
    await pause(wait * (0.5 + Math.random()));
  }
  try {
    return await work();
  } finally {
    await turns.remove({ _id: townId, holder });
  }
}
