import { type AuditEntry, macOf } from '../kernel/audit-trail';
import type { Context } from '../kernel/context';
import { readKey } from '../kernel/environment';
import { AuditRepository } from './audit.repository';
import { CHAIN_START, hashOf, headAt, sameHash, type Seal } from './chain';

/** Seals a call: some ten thousand entries, well within the function's time. */
const SEALS_A_CALL = 20;

type Problem = { seal: number; entryId: string | null; what: string };
type Result = {
  intact: boolean;
  seals: number;
  entries: number;
  next: number | null;
  problem: Problem | null;
};

/** Walks the chain from `fromSeal` and names the first place that does not hold. */
export async function checkSeals({ fromSeal }: { fromSeal: number }, { database }: Context): Promise<Result> {
  const key = readKey(process.env, 'CUNAN_AUDIT_KEY');
  const audit = new AuditRepository(database, key);
  const counted = { seals: 0, entries: 0 };
  const broken = (problem: Problem): Result => ({ ...counted, intact: false, next: null, problem });

  let previous: Pick<Seal, 'number' | 'hash'> | null =
    fromSeal === 1 ? CHAIN_START : await audit.seal(fromSeal - 1);
  if (previous === null) return broken({ seal: fromSeal - 1, entryId: null, what: '这个封条不见了' });

  for (;;) {
    const seal = await audit.seal(previous.number + 1);
    if (seal === null) {
      const problem = await endProblem(audit, key, previous);
      return problem === null ? { ...counted, intact: true, next: null, problem } : broken(problem);
    }
    if (counted.seals === SEALS_A_CALL)
      return { ...counted, intact: true, next: previous.number + 1, problem: null };

    const problem = linkProblem(key, previous, seal) ?? (await batchProblem(audit, key, seal));
    if (problem !== null) return broken(problem);
    counted.seals += 1;
    counted.entries += seal.entries.length;
    previous = seal;
  }
}

function linkProblem(key: Buffer, previous: Pick<Seal, 'number' | 'hash'>, seal: Seal): Problem | null {
  const number = previous.number + 1;
  if (seal.number !== number || seal.previous !== previous.hash)
    return { seal: number, entryId: null, what: '封条和前一个接不上，顺序被改过' };
  return sameHash(hashOf(key, seal), seal.hash)
    ? null
    : { seal: number, entryId: null, what: '封条的内容被改过' };
}

async function batchProblem(audit: AuditRepository, key: Buffer, seal: Seal): Promise<Problem | null> {
  const at = (entryId: string, what: string): Problem => ({ seal: seal.number, entryId, what });
  const marked = await audit.entriesOf(seal.number);
  const present = new Map(marked.map((entry) => [entry._id, entry]));
  const missing = seal.entries.filter(({ id }) => !present.has(id)).map(({ id }) => id);
  // Not marked yet: the timer that made this seal is still at work, or was cut off, and the next one will mark them.
  for (const entry of missing.length === 0 ? [] : await audit.entriesById(missing)) {
    if (entry.seal !== 0) return at(entry._id, '记录被挪到了别的封条下');
    present.set(entry._id, entry);
  }
  for (const { id, mac } of seal.entries) {
    const entry = present.get(id);
    if (entry === undefined) return at(id, '记录被删掉了');
    if (entry.mac !== mac || !isGenuine(key, entry)) return at(id, '记录被改过');
    present.delete(id);
  }
  const [added] = present.keys();
  return added === undefined ? null : at(added, '封存之后多出来的记录');
}

/** What the end of the chain must show: the head points at it, nothing claims to come after it, and what waits is genuine. */
async function endProblem(
  audit: AuditRepository,
  key: Buffer,
  last: Pick<Seal, 'number' | 'hash'>,
): Promise<Problem | null> {
  const at = (seal: number, what: string, entryId: string | null = null): Problem => ({
    seal,
    entryId,
    what,
  });
  const head = await audit.head();
  if (head === null) return last.number === 0 ? null : at(last.number, '封条的总目不见了');
  if (!sameHash(headAt(key, head).mac, head.mac)) return at(head.number, '封条的总目被改过');
  if (head.number > last.number) return at(last.number + 1, '这个封条不见了');
  if ((await audit.countAstray(last.number)) > 0) return at(last.number, '有记录标着不存在的封条');
  const forged = (await audit.waiting(1000)).find((entry) => !isGenuine(key, entry));
  return forged === undefined ? null : at(last.number + 1, '还没封存的记录被改过或是伪造的', forged._id);
}

/** An entry of the wrong shape is as wrong as one with the wrong content. */
function isGenuine(key: Buffer, entry: AuditEntry): boolean {
  try {
    return sameHash(macOf(key, entry), entry.mac);
  } catch {
    return false;
  }
}
