import type { Context } from '../kernel/context';
import { readKey } from '../kernel/environment';
import { AuditRepository, BATCH } from './audit.repository';
import { sealOver } from './chain';

/** Leaves room below the function's 60 seconds for the batch in hand. */
const STOP_AFTER_MS = 40_000;

/**
 * Seals batch after batch until nothing waits or time runs short; the next timer goes on where this one stopped. A run that
 * dies half-way, or two at once, do no harm: the seal's id decides who made it, and its entries are marked again before anything else.
 */
export async function sealEntries(
  _input: unknown,
  { database, now }: Context,
): Promise<{ sealed: number; waiting: number }> {
  const key = readKey(process.env, 'CUNAN_AUDIT_KEY');
  const audit = new AuditRepository(database, key);
  const started = performance.now();
  await audit.removeExpired(now.valueOf());

  let sealed = 0;
  let last = await audit.lastSeal();
  await audit.markSealed(last);
  while (performance.now() - started < STOP_AFTER_MS) {
    const entries = await audit.waiting(BATCH);
    if (entries.length === 0) break;
    const seal = sealOver(key, last, entries);
    if (!(await audit.addSeal(seal))) break;
    await audit.markSealed(seal);
    await audit.moveHead(seal);
    // The log is kept apart from the database: whoever rewrites the whole chain can't rewrite this line.
    console.log(`Sealed ${entries.length} audit entries: seal ${seal.number} ${seal.hash}`);
    sealed += entries.length;
    last = seal;
  }
  return { sealed, waiting: await audit.countWaiting() };
}
