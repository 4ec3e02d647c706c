import { chinaTime, toCalendarDate } from '../../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { enrolForm } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship();
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const stranger = () => township.as(township.holderOf('gridMember', township.there.team.gridPath));
const inDays = (days: number) => toCalendarDate(chinaTime(township.simulator.clock.now()).add(days, 'day'));
const stored = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;

let families = 0;
async function enrol(): Promise<string> {
  families += 1;
  const phone = township.as(`o-visited-${families}`);
  return (await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId))).householdId;
}
const plan = (householdId: string, days: number, purpose = '帮老人登记') =>
  gridMember().call('gridwork', 'planVisit', { householdId, date: inDays(days), purpose });
const visits = async () => (await gridMember().get('gridwork', 'visits', {})).rows;
const due = async () => (await gridMember().get('home', 'today', {})).queue?.visits;
const close = (householdId: string, days: number, result: 'done' | 'notMet') =>
  gridMember().call('gridwork', 'closeVisit', { householdId, date: inDays(days), result });

test('a visit of today is on the home page until it is closed; one of tomorrow waits for its day', async () => {
  const [today, tomorrow] = [await enrol(), await enrol()];
  await plan(today, 0);
  await plan(tomorrow, 1);
  expect(await due()).toBe(1);
  expect((await visits()).map(({ householdId }) => householdId)).toEqual([today, tomorrow]);
  expect(await close(today, 0, 'done')).toEqual({ ok: true, data: {} });
  expect(await due()).toBe(0);
  expect(stored(today)).toMatchObject({ visit: null, lastVisit: { result: 'done', purpose: '帮老人登记' } });
  await township.simulator.clock.advance(24 * 3600 * 1000);
  expect(await due()).toBe(1);
  expect(await close(tomorrow, 0, 'notMet')).toMatchObject({ ok: true });
  expect(await visits()).toEqual([]);
});

test('a second plan replaces the first, and leaves the version of the household’s file alone', async () => {
  const householdId = await enrol();
  await plan(householdId, 2);
  await plan(householdId, 3, '看望要照顾的人');
  expect((await visits()).filter((row) => row.householdId === householdId)).toMatchObject([
    { date: inDays(3), purpose: '看望要照顾的人' },
  ]);
  expect(stored(householdId).version).toBe(1);
  // Closing what was agreed before says so, and closes nothing.
  expect(await close(householdId, 2, 'done')).toMatchObject({ error: { code: 'CONFLICT' } });
  await close(householdId, 3, 'done');
});

test('closed twice at once is closed once, and a new visit is not closed by a late tap', async () => {
  const householdId = await enrol();
  await plan(householdId, 1);
  const both = await Promise.all([close(householdId, 1, 'done'), close(householdId, 1, 'done')]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  await plan(householdId, 4);
  await close(householdId, 1, 'done');
  expect(stored(householdId).visit?.date).toBe(inDays(4));
  await close(householdId, 4, 'done');
});

test.each([
  ['yesterday', -1],
  ['in a hundred days', 100],
])('a visit %s is refused beside its date', async (_, days) => {
  expect(await plan(await enrol(), days)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { date: expect.any(String) as string } },
  });
});

test('somebody of another village plans, sees and closes none', async () => {
  const householdId = await enrol();
  await plan(householdId, 0);
  expect(await stranger().get('gridwork', 'visits', {})).toEqual({ rows: [], next: null });
  for (const reply of [
    await stranger().call('gridwork', 'planVisit', { householdId, date: inDays(1), purpose: '看望' }),
    await stranger().call('gridwork', 'closeVisit', { householdId, date: inDays(0), result: 'done' }),
  ])
    expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(stored(householdId).visit?.date).toBe(inDays(0));
  await close(householdId, 0, 'done');
});

test('many visits come page by page, earliest first, each once', async () => {
  const all: string[] = [];
  for (let n = 0; n < 23; n += 1) {
    const householdId = await enrol();
    await plan(householdId, n % 3);
    all.push(householdId);
  }
  const seen: { householdId: string; date: string }[] = [];
  let after: string | undefined;
  do {
    const page = await gridMember().get('gridwork', 'visits', after === undefined ? {} : { after });
    seen.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen.map(({ householdId }) => householdId).sort()).toEqual([...all].sort());
  const dates = seen.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
});
