import type { AuditEntry } from '../kernel/audit-trail';
import type { Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { RateWindow } from '../kernel/rate-limit';
import { type InvitationDocument, INVITATIONS } from '../registration/invitation.document';
import { CHAIN_START, type Head, headAt, type Seal, sealId } from './chain';

/** Entries a seal. One query must be able to read them all, and one document to list them. */
export const BATCH = 500;

/** The audit's own documents. Timers and operators only; they see everything. */
export class AuditRepository {
  private readonly entries;
  private readonly seals;
  private readonly heads;

  constructor(
    private readonly database: Database,
    private readonly key: Buffer,
  ) {
    this.entries = unscoped<AuditEntry>(database, 'audit');
    this.seals = unscoped<Seal>(database, 'audit_seals');
    this.heads = unscoped<Head>(database, 'audit_seals');
  }

  seal(number: number): Promise<Seal | null> {
    return this.seals.get(sealId(number));
  }

  head(): Promise<Head | null> {
    return this.heads.get('head');
  }

  /** The end of the chain, also when the last run died between writing a seal and moving the head. */
  async lastSeal(): Promise<Pick<Seal, 'number' | 'hash'> & { entries: Seal['entries'] }> {
    let last = await this.headOrStart();
    for (;;) {
      const next = await this.seal(last.number + 1);
      if (next === null) break;
      last = next;
    }
    const seal = await this.seal(last.number);
    return { number: last.number, hash: last.hash, entries: seal?.entries ?? [] };
  }

  private async headOrStart(): Promise<Pick<Seal, 'number' | 'hash'>> {
    const head = await this.head();
    if (head !== null) return head;
    if ((await this.seal(1)) !== null)
      throw new Error('The head of the audit chain is gone while its seals are there: run audit.check');
    await this.heads.insert(headAt(this.key, CHAIN_START));
    return CHAIN_START;
  }

  /** False when another timer made this seal first. */
  addSeal(seal: Seal): Promise<boolean> {
    return this.seals.insert(seal);
  }

  /** Only ever forward: a timer that was overtaken doesn't pull the head back. */
  async moveHead(seal: Pick<Seal, 'number' | 'hash'>): Promise<void> {
    const { number, hash, mac } = headAt(this.key, seal);
    await this.heads.update({ _id: 'head', number: this.database.command.lt(number) }, { number, hash, mac });
  }

  waiting(limit: number): Promise<AuditEntry[]> {
    return this.entries.find({ seal: 0 }, { orderBy: IN_ORDER, limit });
  }

  countWaiting(): Promise<number> {
    return this.entries.count({ seal: 0 });
  }

  /** Notes on the seal's entries that it covers them; repeating it changes nothing. */
  async markSealed({ number, entries }: Pick<Seal, 'number' | 'entries'>): Promise<void> {
    if (entries.length === 0) return;
    const ids = entries.map(({ id }) => id);
    await this.entries.update({ _id: this.database.command.in(ids), seal: 0 }, { seal: number });
  }

  entriesOf(sealNumber: number): Promise<AuditEntry[]> {
    return this.entries.find({ seal: sealNumber }, { orderBy: IN_ORDER, limit: 1000 });
  }

  entriesById(ids: string[]): Promise<AuditEntry[]> {
    return this.entries.find({ _id: this.database.command.in(ids) }, { limit: 1000 });
  }

  /** Entries that claim a seal beyond the last, or none that could be. */
  async countAstray(lastNumber: number): Promise<number> {
    const { command } = this.database;
    const all = await this.entries.count({});
    return all - (await this.entries.count({ seal: command.gte(0).and(command.lte(lastNumber)) }));
  }

  /** Rate-limit windows and invitations are over by themselves; the hourly timer is at hand to sweep them. */
  async removeExpired(now: number): Promise<void> {
    const isOver = { expiresAt: this.database.command.lt(now) };
    await unscoped<RateWindow>(this.database, 'rate_limits').remove(isOver);
    await unscoped<InvitationDocument>(this.database, INVITATIONS).remove(isOver);
  }
}

const IN_ORDER = [
  ['at', 'asc'],
  ['_id', 'asc'],
] as const;
