import { setTimeout as pause } from 'node:timers/promises';
import type { Seal } from '../../../cloudfunctions/audit/chain';
import type { OutputOf, Reply } from '../../../cloudfunctions/contracts';
import type { auditContract } from '../../../cloudfunctions/contracts/audit';
import { type AuditEntry, macOf } from '../../../cloudfunctions/kernel/audit-trail';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { startSimulator, type Simulator } from '../../../simulator/simulator';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

type Sealed = OutputOf<(typeof auditContract)['seal']>;
type Checked = OutputOf<(typeof auditContract)['check']>;

let simulator: Simulator;
let written = 0;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, data: ':memory:', demo: 'empty', device: false });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  written = 0;
  for (const collection of ['audit', 'audit_seals', 'rate_limits'])
    await raw('removeDocument', collection, { query: {} }, true);
});

const dataOf = (reply: unknown): unknown => {
  const { ok, ...rest } = reply as Reply<unknown>;
  if (!ok) throw new Error(JSON.stringify(rest));
  return (rest as { data: unknown }).data;
};
const seal = async () => dataOf(await simulator.fireTimer('audit')) as Sealed;
const check = async (fromSeal = 1) =>
  dataOf(await simulator.invoke('audit', { action: 'check', input: { fromSeal } })) as Checked;
const seals = () =>
  (simulator.database.browse('audit_seals', { offset: 0, limit: 1000 }).documents as unknown as Seal[])
    .filter(({ _id }) => _id !== 'head')
    .sort((a, b) => a.number - b.number);

/** Entries as `serve` writes them, faster. */
function write(count: number): AuditEntry[] {
  const key = Buffer.from(simulator.secrets.CUNAN_AUDIT_KEY!, 'base64');
  const entries = Array.from({ length: count }, (): AuditEntry => {
    written += 1;
    const now = chinaTime(simulator.clock.now() + written);
    const entry = {
      _id: `${now.valueOf()}-${String(written).padStart(6, '0')}`,
      at: toTimestamp(now),
      caller: 'o-member',
      action: 'registration.household',
      roles: [{ role: 'gridMember', gridId: 'liuxi' }],
      outcome: 'ok' as const,
      householdId: `h${written}`,
      personId: null,
      gridPath: ['town', 'liuxi'],
      reason: null,
      requestId: `r${written}`,
    };
    return { ...entry, seal: 0, mac: macOf(key, entry) };
  });
  simulator.database.insertMany('audit', entries);
  return entries;
}

/** Writes past the product, as somebody with the database's password would. */
const raw = (action: string, collectionName: string, parameters: Record<string, unknown>, multi = false) =>
  simulator.database.handle(`database.${action}`, {
    collectionName,
    multi,
    ...Object.fromEntries(Object.entries(parameters).map(([k, v]) => [k, JSON.stringify(v)])),
  });
const change = (collection: string, _id: string, $set: object) =>
  raw('modifyDocument', collection, { query: { _id }, data: { $set }, merge: true, upsert: false });
const remove = (collection: string, _id: string) => raw('removeDocument', collection, { query: { _id } });

test('what serve records, here a wrong opening code, is sealed by the hourly timer, found intact, and counted', async () => {
  await simulator.call(
    'township',
    {
      action: 'openOffice',
      input: { code: 'wrong', townName: '青石镇', name: '赵镇长', phone: '13912346021' },
    },
    { openid: 'o-first' },
  );
  expect(simulator.database.count('audit')).toBe(1);
  await simulator.clock.advance(3_600_000);
  for (let i = 0; i < 100 && seals().length === 0; i += 1) await pause(50);
  expect(await check()).toEqual({ intact: true, seals: 1, entries: 1, next: null, problem: null });
});

test('an empty town has nothing to seal, and is intact', async () => {
  expect(await seal()).toEqual({ sealed: 0, waiting: 0 });
  expect(await check()).toEqual({ intact: true, seals: 0, entries: 0, next: null, problem: null });
});

test('many entries are sealed in batches that one query can read, each once', async () => {
  const entries = write(1_203);
  expect(await seal()).toEqual({ sealed: 1_203, waiting: 0 });
  expect(seals().map((one) => one.entries.length)).toEqual([500, 500, 203]);
  expect(seals().flatMap((one) => one.entries.map(({ id }) => id))).toEqual(entries.map(({ _id }) => _id));
  expect(await check()).toMatchObject({ intact: true, seals: 3, entries: 1_203 });
});

test('two timers at once make one chain', async () => {
  write(1_100);
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  const sealed = seals().flatMap((one) => one.entries.map(({ id }) => id));
  expect(new Set(sealed).size).toBe(1_100);
  expect(sealed).toHaveLength(1_100);
  expect(await check()).toMatchObject({ intact: true, entries: 1_100 });
});

test('a run that died after writing its seal is completed by the next', async () => {
  const entries = write(3);
  await seal();
  // As if the first run had written the seal and nothing more.
  for (const { _id } of entries) await change('audit', _id, { seal: 0 });
  await remove('audit_seals', 'head');
  const [first] = seals();
  await remove('audit_seals', first!._id);
  await seal();
  const [again] = seals();
  for (const { _id } of entries) await change('audit', _id, { seal: 0 });
  expect(await check()).toMatchObject({ intact: true, seals: 1, entries: 3 });
  write(2);
  expect(await seal()).toEqual({ sealed: 2, waiting: 0 });
  expect(seals()[0]).toEqual(again);
  expect(await check()).toMatchObject({ intact: true, seals: 2, entries: 5 });
});

test('a long chain is checked in several calls', async () => {
  for (let i = 0; i < 23; i += 1) {
    write(1);
    await seal();
  }
  const first = await check();
  expect(first).toEqual({ intact: true, seals: 20, entries: 20, next: 21, problem: null });
  expect(await check(first.next!)).toEqual({ intact: true, seals: 3, entries: 3, next: null, problem: null });
});

test('what a run reads depends on what waits, not on how long the trail is', async () => {
  const readsToSeal = async (count: number) => {
    write(count);
    const before = simulator.database.statistics().documentsRead;
    await seal();
    return simulator.database.statistics().documentsRead - before;
  };
  await readsToSeal(5);
  const young = await readsToSeal(5);
  await readsToSeal(3_000);
  // Marking again what the last seal covers is bounded by a batch.
  await readsToSeal(5);
  expect(await readsToSeal(5)).toBeLessThanOrEqual(young + 2);
});

test('rate-limit windows and invitations that are over are swept', async () => {
  const now = simulator.clock.now();
  simulator.database.insertMany('rate_limits', [
    { _id: 'over', times: 3, expiresAt: now - 1 },
    { _id: 'running', times: 3, expiresAt: now + 60_000 },
  ]);
  simulator.database.insertMany('invitations', [
    { _id: 'h1.p1', householdId: 'h1', usedBy: 'o-1', expiresAt: now - 1 },
    { _id: 'h1.p2', householdId: 'h1', usedBy: null, expiresAt: now + 60_000 },
  ]);
  await seal();
  expect(simulator.database.browse('invitations', { offset: 0, limit: 10 }).documents).toMatchObject([
    { _id: 'h1.p2' },
  ]);
  expect(simulator.database.browse('rate_limits', { offset: 0, limit: 10 }).documents).toMatchObject([
    { _id: 'running' },
  ]);
});

describe('tampering shows, and the place is named', () => {
  let entries: AuditEntry[];
  beforeEach(async () => {
    entries = [];
    for (let i = 0; i < 4; i += 1) {
      entries.push(...write(5));
      await seal();
    }
    expect(await check()).toMatchObject({ intact: true, seals: 4, entries: 20 });
  });
  const problem = async () => {
    const checked = await check();
    expect(checked.intact).toBe(false);
    expect(checked.next).toBeNull();
    return checked.problem;
  };

  test.each<[string, object]>([
    ['who', { caller: 'o-somebody-else' }],
    ['what', { action: 'registration.queue' }],
    ['when', { at: '2020-01-01T00:00:00+08:00' }],
    ['in which role', { roles: [] }],
    ['the outcome', { outcome: 'FORBIDDEN' }],
    ['whose data', { householdId: 'h999' }],
    ['where', { gridPath: ['town'] }],
    ['why', { reason: '上级要求' }],
    ['to another shape', { roles: 'none' }],
    ['its seal of authenticity', { mac: 'A'.repeat(43) }],
  ])('an entry was changed: %s', async (_, changed) => {
    await change('audit', entries[7]!._id, changed);
    expect(await problem()).toEqual({ seal: 2, entryId: entries[7]!._id, what: '记录被改过' });
  });

  test('an entry was removed', async () => {
    await remove('audit', entries[12]!._id);
    expect(await problem()).toEqual({ seal: 3, entryId: entries[12]!._id, what: '记录被删掉了' });
  });

  test('an entry was added to a sealed batch, with a MAC copied from another', async () => {
    simulator.database.insertMany('audit', [{ ...entries[6]!, _id: `${entries[6]!._id}-copy`, seal: 2 }]);
    expect(await problem()).toEqual({
      seal: 2,
      entryId: `${entries[6]!._id}-copy`,
      what: '封存之后多出来的记录',
    });
  });

  test('an entry was moved under another seal', async () => {
    await change('audit', entries[0]!._id, { seal: 3 });
    expect(await problem()).toEqual({ seal: 1, entryId: entries[0]!._id, what: '记录被挪到了别的封条下' });
  });

  test('an entry was hidden under a seal that does not exist', async () => {
    simulator.database.insertMany('audit', [{ ...entries[6]!, _id: `${entries[6]!._id}-copy`, seal: 99 }]);
    expect(await problem()).toEqual({ seal: 4, entryId: null, what: '有记录标着不存在的封条' });
  });

  test('an entry that waits was forged', async () => {
    simulator.database.insertMany('audit', [{ ...entries[6]!, _id: `${entries[6]!._id}-copy`, seal: 0 }]);
    expect(await problem()).toMatchObject({ seal: 5, entryId: `${entries[6]!._id}-copy` });
  });

  test('a seal in the middle was removed', async () => {
    await remove('audit_seals', 'seal:2');
    expect(await problem()).toEqual({ seal: 2, entryId: null, what: '这个封条不见了' });
  });

  test('the last seal was removed, with its entries', async () => {
    await remove('audit_seals', 'seal:4');
    for (const { _id } of entries.slice(15)) await remove('audit', _id);
    expect(await problem()).toEqual({ seal: 4, entryId: null, what: '这个封条不见了' });
  });

  test('the last seal was removed and the head set back by hand', async () => {
    await remove('audit_seals', 'seal:4');
    await change('audit_seals', 'head', { number: 3, hash: seals()[2]!.hash });
    expect(await problem()).toEqual({ seal: 3, entryId: null, what: '封条的总目被改过' });
  });

  test('the head was removed: the check says so, and the timer refuses to begin a new chain', async () => {
    await remove('audit_seals', 'head');
    expect(await problem()).toEqual({ seal: 4, entryId: null, what: '封条的总目不见了' });
    expect(await simulator.fireTimer('audit')).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(seals()).toHaveLength(4);
  });

  test('two seals were swapped', async () => {
    const [, second, third] = seals();
    const { _id: secondId, ...secondFields } = second!;
    const { _id: thirdId, ...thirdFields } = third!;
    await change('audit_seals', secondId, thirdFields);
    await change('audit_seals', thirdId, secondFields);
    expect(await problem()).toEqual({ seal: 2, entryId: null, what: '封条和前一个接不上，顺序被改过' });
  });

  test('a removed entry was taken off its seal’s list too', async () => {
    const [, , third] = seals();
    await change('audit_seals', third!._id, { entries: third!.entries.slice(1) });
    await remove('audit', third!.entries[0]!.id);
    expect(await problem()).toEqual({ seal: 3, entryId: null, what: '封条的内容被改过' });
  });
});
