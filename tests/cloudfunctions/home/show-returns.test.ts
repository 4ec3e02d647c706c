import { chinaTime, toCalendarDate } from '../../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { StaffRole } from '../../../cloudfunctions/contracts';
import { putAlert, taken } from '../../support/alerts';
import { putDeclared } from '../../support/declarations';
import { putObservation } from '../../support/observations';
import { entryIn } from '../../support/pushed-lists';
import { useTownship, type Village } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const hasFile = (village: Village) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === village.householdId)!;
const work = async (role: StaffRole, gridPath: readonly string[]) =>
  (await township.as(township.holderOf(role, gridPath, 'home')).get('home', 'today', {})).returns;

/** Noon: the morning's slot is open, and what is due by ten is overdue. */
beforeAll(async () => {
  const tomorrow = chinaTime(township.simulator.clock.now()).add(1, 'day');
  await township.simulator.clock.set(`${toCalendarDate(tomorrow)}T12:00:00+08:00`);
});

test('what waits is counted in one’s own grids only, and each role sees what it has a part in', async () => {
  const { householdId } = township.here;
  const before = (await work('gridLeader', township.here.gridPath))!;
  const there = await work('gridLeader', township.there.gridPath);
  putObservation(township, householdId, { arrivesAt: '2026-01-01T08:00:00+08:00' });
  putAlert(township, householdId, taken);
  const open = putAlert(township, householdId);
  entryIn(township, township.here);
  const person = hasFile(township.here).people.at(-1)!;
  putDeclared(township, { householdId, personId: person.personId }, { changes: { waitsFor: 'check' } });

  const after = (await work('gridLeader', township.here.gridPath))!;
  expect(after).toMatchObject({
    alerts: before.alerts + 2,
    missing: before.missing + 1,
    toCheck: before.toCheck + 1,
    toFind: before.toFind + 1,
    // Its last day is long over.
    toPropose: before.toPropose! + 1,
    releasesToCheck: null,
    proposals: null,
  });
  expect(after.urgent?.alertId).toBe(open);
  expect(await work('gridLeader', township.there.gridPath)).toEqual(there);
  expect(await work('villageDoctor', township.here.gridPath)).toMatchObject({
    alerts: after.alerts,
    toPropose: null,
  });
  expect(await work('townOfficer', [township.town.gridId])).toMatchObject({
    releasesToCheck: 0,
    releasesToApprove: 0,
    proposals: 0,
    toPropose: null,
  });
  expect(await work('supplier', township.here.gridPath)).toBeNull();
});

test('who is expected today and who did not come in time are as many as the rows that open behind them', async () => {
  const { householdId, gridPath } = township.here;
  const people = hasFile(township.here).people;
  const today = toCalendarDate(chinaTime(township.simulator.clock.now()));
  const member = township.as(township.holderOf('gridMember', gridPath, 'home'));
  const rowsOf = async (tab: 'today' | 'overdue' | 'waiting') =>
    (await member.get('returns', 'queue', { tab })).rows.length;
  const before = (await work('gridMember', gridPath))!;
  for (const time of ['10:00', '18:00', '19:00'])
    putDeclared(
      township,
      { householdId, personId: people[0]!.personId },
      { arrivesAt: `${today}T${time}:00+08:00`, changes: { waitsFor: 'arrival' } },
    );

  const after = (await work('gridMember', gridPath))!;
  expect(after).toMatchObject({
    notArrived: before.notArrived + 1,
    expectedToday: before.expectedToday + 2,
  });
  expect(after).toMatchObject({
    notArrived: await rowsOf('overdue'),
    expectedToday: await rowsOf('today'),
    toCheck: await rowsOf('waiting'),
  });
});

test('a family sees its own readings that are due, its alerts and what it declared, and a neighbour nothing of it', async () => {
  const { householdId, resident } = township.there;
  const [head] = hasFile(township.there).people;
  const now = township.simulator.clock.now();
  putObservation(township, householdId, { arrivesAt: new Date(now - 24 * 3_600_000).toISOString() });
  const alertId = putAlert(township, householdId);
  putAlert(township, householdId, { status: 'closed' });

  const { family } = await township.as(resident).get('home', 'today', {});
  expect(family).toMatchObject({
    observed: [{ name: head!.name, day: 2, days: 14, due: { half: 'am', late: true } }],
    alerts: [{ alertId, takenBy: null }],
    certificates: [],
  });
  const neighbour = await township.as(township.here.resident).get('home', 'today', {});
  expect(JSON.stringify(neighbour)).not.toContain(alertId);
  expect(neighbour.family!.observed.map(({ name }) => name)).not.toContain(head!.name);
});
