import type { DeclarationRow } from '../../../cloudfunctions/contracts';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { declareForm, knownTraveller, newTraveller, putDeclared, tripOf } from '../../support/declarations';
import { enrolForm, newRequestId } from '../../support/forms';
import { type Phone, useTownship, type Village } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const now = () => township.simulator.clock.now();
const inHours = (hours: number) => toTimestamp(chinaTime(now()).add(hours, 'hour'));
const leader = (village: Village = township.here) =>
  township.as(township.holderOf('gridLeader', village.gridPath));

type Tab = 'today' | 'overdue' | 'waiting' | 'later' | 'all';
async function whole(phone: Phone, tab: Tab): Promise<DeclarationRow[]> {
  const rows: DeclarationRow[] = [];
  let after: string | undefined;
  do {
    const page = await phone.get('returns', 'queue', { tab, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

let families = 0;
async function family(village: Village = township.here) {
  const phone = township.as(`o-queue-${(families += 1)}`);
  const file = await phone.get('registration', 'enrol', enrolForm(village.team.gridId));
  return { phone, file, head: file.people[0]! };
}
async function expectedAt(arrivesAt: string, village: Village = township.here) {
  const { file, head, phone } = await family(village);
  const who = { householdId: file.householdId, personId: head.personId };
  const declaration = putDeclared(township, who, { arrivesAt });
  return { phone, id: declaration._id, declaration };
}
const idsOf = (rows: readonly DeclarationRow[]) => rows.map(({ declarationId }) => declarationId);

describe('the list of who returns', () => {
  test('has everybody under the tab of what has to happen next', async () => {
    // Late in the evening there is no today left to arrive on; timers make going on to the next morning slow.
    const hour = chinaTime(now()).hour();
    if (hour >= 14)
      await township.simulator.clock.set(
        chinaTime(now()).add(1, 'day').startOf('day').add(9, 'hour').valueOf(),
      );
    const evening = await expectedAt(inHours(8));
    const tomorrow = await expectedAt(inHours(24));
    const morning = await expectedAt(inHours(1));
    const here = await expectedAt(inHours(-1));
    expect(idsOf(await whole(leader(), 'today'))).toEqual([morning.id, evening.id]);
    expect(idsOf(await whole(leader(), 'later'))).toEqual([tomorrow.id]);
    expect(idsOf(await whole(leader(), 'waiting'))).toContain(here.id);
    expect(await whole(leader(), 'overdue')).toEqual([]);

    await township.simulator.clock.advance(2 * 3_600_000);
    expect(idsOf(await whole(leader(), 'overdue'))).toEqual([morning.id]);
    await morning.phone.get('returns', 'tellArrival', {
      requestId: newRequestId(),
      declarationId: morning.id,
      version: 1,
    });
    expect(await whole(leader(), 'overdue')).toEqual([]);
    expect(idsOf(await whole(leader(), 'waiting'))).toContain(morning.id);
    const all = await whole(leader(), 'all');
    expect(idsOf(all)).toEqual([tomorrow.id, evening.id, morning.id, here.id]);
    expect(all[0]).toMatchObject({
      from: '浙江省 宁波市 鄞州区',
      address: '槐树巷 12 号',
      measure: 'healthMonitoring',
    });
  });

  test('is of one’s own grids only, and goes on after any row', async () => {
    for (let n = 0; n < 23; n += 1) await expectedAt(inHours(48), township.there);
    const there = await whole(leader(township.there), 'later');
    expect(there).toHaveLength(23);
    expect(new Set(idsOf(there)).size).toBe(23);
    expect(idsOf(await whole(leader(), 'all')).some((id) => idsOf(there).includes(id))).toBe(false);
  });

  test('takes three database calls', async () => {
    const before = township.simulator.database.statistics().calls;
    await leader().get('returns', 'queue', { tab: 'waiting' });
    expect(township.simulator.database.statistics().calls - before).toBeLessThanOrEqual(3);
  });
});

describe('我改行程了', () => {
  test('moves everybody who travels along to the new day, and says what applies then', async () => {
    const { phone, head } = await family();
    const travellers = [knownTraveller(head.personId), newTraveller({ relation: 'spouse' })];
    const { declarations } = await phone.get('returns', 'declare', declareForm(now(), { travellers }));
    const act = { requestId: newRequestId(), declarationId: declarations[0]!.declarationId, version: 1 };
    const trip = tripOf(inHours(24 * 7));
    const changed = await phone.get('returns', 'changePlan', { ...act, trip });
    expect(changed.declarations.map(({ arrivesAt }) => arrivesAt)).toEqual([trip.arrivesAt, trip.arrivesAt]);
    expect(await phone.get('returns', 'changePlan', { ...act, trip })).toEqual(changed);
    const stale = { ...act, requestId: newRequestId(), trip };
    expect(await phone.call('returns', 'changePlan', stale)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    });
  });

  test('of somebody else’s household is not found', async () => {
    const { id } = await expectedAt(inHours(24));
    const { phone } = await family();
    for (const action of ['cancel', 'tellArrival'] as const) {
      const act = { requestId: newRequestId(), declarationId: id, version: 1, reason: '不来了' };
      expect(await phone.call('returns', action, act)).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    }
  });
});

describe('one declaration as whoever checks it sees it', () => {
  test('opens door and signature, masks numbers, and leaves an entry in the trail', async () => {
    const { phone, id } = await expectedAt(inHours(-1));
    const view = await leader().get('returns', 'show', { declarationId: id });
    expect(view).toMatchObject({
      address: '槐树巷 12 号',
      signature: expect.stringMatching(/^M20 80/) as string,
    });
    expect(JSON.stringify(view)).not.toMatch(/\b\d{11}\b/);
    const { rows } = await phone.get('registration', 'trail', {});
    expect(rows.map(({ action }) => action)).toContain('returns.show');
  });

  test('opens a phone number for a reason', async () => {
    const { id } = await expectedAt(inHours(-1));
    const { value } = await leader().get('returns', 'openPhone', { declarationId: id, reason: '打电话核实' });
    expect(value).toMatch(/^1\d{10}$/);
    const entries = township.documents<{ action: string; reason: string | null }>('audit');
    expect(entries.filter(({ action }) => action === 'returns.openPhone').at(-1)?.reason).toBe('打电话核实');
  });
});
