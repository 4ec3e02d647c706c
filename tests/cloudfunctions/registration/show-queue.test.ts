import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { QueueRow, QueueStatus } from '../../../cloudfunctions/contracts';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { type Phone, useTownship } from '../../support/township';
import { enrolForm, member, residentId } from './forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));

const wholeQueue = async (phone: Phone, status: QueueStatus): Promise<QueueRow[][]> => {
  const pages: QueueRow[][] = [];
  let after: string | undefined;
  do {
    const page = await phone.get('registration', 'queue', { status, ...(after !== undefined && { after }) });
    pages.push(page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
};

describe('the queue', () => {
  test('shows every waiting file of the jurisdiction once, longest waiting first, twenty a page', async () => {
    const pages = await wholeQueue(officer(), 'submitted');
    const rows = pages.flat();
    const waiting = township
      .documents<HouseholdDocument>('households')
      .filter(({ status }) => status === 'submitted')
      .sort((a, b) => (a.queueKey < b.queueKey ? -1 : 1));
    expect(rows.map(({ householdId }) => householdId)).toEqual(waiting.map(({ _id }) => _id));
    expect(pages[0]).toHaveLength(20);
  });

  test('goes on after files that were sent in the same second', async () => {
    const { now } = township.simulator.clock;
    await township.simulator.clock.set(now());
    await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        township.as(`o-same-second-${n}`).get('registration', 'enrol', enrolForm(township.here.team.gridId)),
      ),
    );
    const rows = (await wholeQueue(gridMember(), 'submitted')).flat();
    expect(new Set(rows.map(({ householdId }) => householdId)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });

  test('holds nothing of another village', async () => {
    const rows = (await wholeQueue(gridMember(), 'verified')).flat();
    const places = new Set(rows.map(({ place }) => place));
    expect([...places]).toEqual([`${township.town.name} ${township.here.name} ${township.here.team.name}`]);
  });

  test('of one page reads as much in the whole town as in one team, and takes two database calls', async () => {
    const { database } = township.simulator;
    const cost = async (phone: Phone) => {
      await phone.get('registration', 'queue', { status: 'submitted' });
      const before = database.statistics();
      await phone.get('registration', 'queue', { status: 'submitted' });
      const after = database.statistics();
      return { calls: after.calls - before.calls, documents: after.documentsRead - before.documentsRead };
    };
    const team = await cost(gridMember());
    const town = await cost(officer());
    // One of them reads who calls.
    expect([team.calls, town.calls]).toEqual([3, 3]);
    expect(town.documents).toBeLessThanOrEqual(60);
    expect(team.documents).toBeLessThanOrEqual(60);
  });

  test('with a cursor that nobody gave starts nowhere strange', async () => {
    const reply = await officer().call('registration', 'queue', { status: 'submitted', after: '!!!' });
    expect(reply.ok).toBe(true);
  });
});

describe('same papers in two files', () => {
  const papers = { type: 'residentId' as const, number: residentId('1975-06-07') };
  const openids = ['o-twin-here', 'o-twin-there'] as const;
  let here: string;
  beforeAll(async () => {
    const places = [township.here.team.gridId, township.there.team.gridId];
    const files = await Promise.all(
      openids.map((openid, n) =>
        township
          .as(openid)
          .get('registration', 'enrol', enrolForm(places[n]!, { members: [member({ papers })] })),
      ),
    );
    here = files[0]!.householdId;
  });

  test('are marked in the queue', async () => {
    const rows = (await wholeQueue(gridMember(), 'submitted')).flat();
    expect(rows.find(({ householdId }) => householdId === here)).toMatchObject({ hasDuplicate: true });
    expect(rows.filter(({ hasDuplicate }) => hasDuplicate).length).toBeLessThan(rows.length);
  });

  test('name the other village, and the other head only to whom both belong', async () => {
    const { duplicates } = await gridMember().get('registration', 'household', { householdId: here });
    expect(duplicates).toEqual([
      {
        personId: expect.any(String) as string,
        householdId: null,
        place: `${township.town.name} ${township.there.name}`,
        headName: null,
      },
    ]);
    const seen = await officer().get('registration', 'household', { householdId: here });
    expect(seen.duplicates).toMatchObject([{ headName: '王大成' }]);
    expect(seen.duplicates[0]?.place).toContain(township.there.team.name);
  });
});

describe('opening a number', () => {
  test('answers it and leaves who, whose and why in the audit', async () => {
    const form = enrolForm(township.here.team.gridId);
    const file = await township.as('o-opened').get('registration', 'enrol', form);
    const [head, wife] = file.people;
    const ask = (personId: string, field: 'papers' | 'phone') =>
      gridMember().call('registration', 'openNumber', {
        householdId: file.householdId,
        personId,
        field,
        reason: '上门前先打电话',
      });
    expect(await ask(head!.personId, 'papers')).toEqual({
      ok: true,
      data: { value: form.head.papers.number },
    });
    expect(await ask(head!.personId, 'phone')).toEqual({ ok: true, data: { value: form.head.phone } });
    expect(await ask(wife!.personId, 'phone')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const entries = township
      .documents<AuditEntry>('audit')
      .filter(
        ({ action, householdId }) => action === 'registration.openNumber' && householdId === file.householdId,
      );
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({
      caller: gridMember().openid,
      personId: head!.personId,
      reason: '上门前先打电话',
      gridPath: township.here.team.gridPath,
      outcome: 'ok',
    });
  });
});
