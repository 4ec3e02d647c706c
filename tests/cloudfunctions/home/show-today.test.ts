import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { CoverageDocument } from '../../../cloudfunctions/township/grid.document';
import { useTownship } from '../../support/township';
import { enrolForm } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const personaNamed = (name: string) => township.as(township.simulator.personas.find((one) => one.name === name)!.openid); // prettier-ignore
const today = (name: string) => personaNamed(name).get('home', 'today', {});
const filesIn = (gridId: string, status: string) =>
  township
    .documents<HouseholdDocument>('households')
    .filter((file) => file.gridPath.includes(gridId) && file.status === status);

test('somebody unknown sees that the town is there, and nothing of anybody', async () => {
  expect(await township.as('o-anybody').get('home', 'today', {})).toEqual({
    installed: true,
    name: null,
    place: null,
    household: null,
    claim: null,
    contact: null,
    posts: [],
    queue: null,
    coverage: null,
    family: null,
    returns: null,
    supplies: null,
    notices: null,
  });
});

test.each([
  ['李建国', 'verified', 4, false],
  ['王桂英', 'submitted', 2, false],
  ['赵小军', 'returned', 3, true],
] as const)('%s sees their file %s, and whom to call', async (name, status, peopleCount, hasReason) => {
  const seen = await today(name);
  expect(seen).toMatchObject({
    name,
    place: '青石镇 柳溪村 三组',
    household: { status, peopleCount },
    contact: { name: '张丽', phone: township.simulator.personas.find((one) => one.name === '张丽')!.phone },
    queue: null,
    coverage: null,
  });
  expect(seen.household?.returnReason !== null).toBe(hasReason);
});

test('a grid member sees what waits in their team, since when, and their team’s coverage', async () => {
  const seen = await today('张丽');
  const waiting = filesIn('t1-v1-g3', 'submitted');
  expect(seen.queue).toEqual({
    submitted: waiting.length,
    returned: filesIn('t1-v1-g3', 'returned').length,
    oldestAt: waiting.map(({ submittedAt }) => submittedAt).sort()[0],
    claims: 0,
    visits: 0,
  });
  expect(seen.coverage).toHaveLength(1);
  expect(seen.coverage?.[0]).toMatchObject({ gridId: 't1-v1-g3', name: '三组' });
});

test.each([
  ['李国强', 't1-v1', 5],
  ['陈志远', 't1', 6],
] as const)(
  '%s sees the grids right below, each with the sum of what is there',
  async (name, gridId, below) => {
    const { coverage, queue } = await today(name);
    expect(queue?.submitted).toBe(filesIn(gridId, 'submitted').length);
    expect(coverage).toHaveLength(below);
    const counters = township.documents<CoverageDocument>('coverage');
    for (const row of coverage ?? []) {
      const own = counters.filter(({ gridPath }) => gridPath.includes(row.gridId));
      expect(row.known).toBe(own.reduce((sum, { known }) => sum + known, 0));
      expect(row.registered).toBe(
        filesIn(row.gridId, 'submitted').length + filesIn(row.gridId, 'verified').length + filesIn(row.gridId, 'returned').length, // prettier-ignore
      );
    }
    const shares = (coverage ?? []).map(({ registered, known }) => registered / known);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  },
);

test.each(['孙秀梅', '罗勇', '唐波', '谢静'])(
  '%s verifies nothing, so has neither queue nor coverage',
  async (name) => {
    const seen = await today(name);
    expect(seen).toMatchObject({ queue: null, coverage: null });
    expect(seen.posts).toHaveLength(1);
  },
);

test('a grid member of another village sees nothing of this one', async () => {
  const text = JSON.stringify(await today('刘洋'));
  expect(text).not.toContain('柳溪');
  expect(text).not.toContain('t1-v1');
});

test('a grid member who is a villager too sees both', async () => {
  const openid = township.holderOf('gridMember', township.there.team.gridPath);
  await township.as(openid).get('registration', 'enrol', enrolForm(township.there.team.gridId));
  const seen = await township.as(openid).get('home', 'today', {});
  expect(seen).toMatchObject({ household: { status: 'submitted' }, posts: [{ role: 'gridMember' }] });
  expect(seen.queue?.submitted).toBeGreaterThan(0);
});

test.each([
  ['a villager', '李建国', 10],
  ['a grid member', '张丽', 23],
  ['a town officer', '陈志远', 28],
  ['a guard', '罗勇', 4],
])('the home of %s takes %s %i database calls', async (_, name, calls) => {
  const before = township.simulator.database.statistics().calls;
  await today(name);
  expect(township.simulator.database.statistics().calls - before).toBe(calls);
});
