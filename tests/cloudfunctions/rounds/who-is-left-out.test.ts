import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { ScheduleDocument } from '../../../cloudfunctions/rounds/schedule.document';
import { orderOf, putOrders } from '../../support/placed-orders';
import { putOpenRound, putSchedule } from '../../support/rounds';
import { openTownship, type Phone, type Township } from '../../support/township';

jest.setTimeout(60_000);

let township: Township;
beforeAll(async () => {
  township = await openTownship('township', { timers: false });
}, 60_000);
afterAll(() => township.stop());

const member = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const leaderThere = () => township.as(township.holderOf('gridLeader', township.there.gridPath));
const living = (gridId: string): HouseholdDocument[] =>
  township
    .documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes(gridId) && status !== 'closed');
const hasCare = ({ people }: HouseholdDocument): boolean =>
  people.some(({ careCategories }) => careCategories.length > 0);

/** All pages of a list. */
async function all<T>(page: (after?: string) => Promise<{ rows: T[]; next: string | null }>): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const answer: { rows: T[]; next: string | null } = await page(after);
    rows.push(...answer.rows);
    after = answer.next ?? undefined;
  } while (after !== undefined);
  return rows;
}
const notOrdered = (phone: Phone, roundId: string, gridId: string) =>
  all((after) =>
    phone.get('rounds', 'notOrdered', { roundId, gridId, ...(after !== undefined && { after }) }),
  );

test('everybody who has not ordered is on the list once, the care categories first', async () => {
  const { here } = township;
  const round = putOpenRound(township);
  const files = living(here.gridId);
  const ordering = files.filter((_, n) => n % 3 === 0);
  putOrders(
    township,
    ordering.map((file) => orderOf(township, round, file, { veg: 1 })),
  );
  const rows = await notOrdered(leader(), round._id, here.gridId);
  const ids = rows.map(({ householdId }) => householdId);
  const expected = files.filter(({ _id }) => !ordering.some((file) => file._id === _id));
  expect([...ids].sort()).toEqual(expected.map(({ _id }) => _id).sort());
  const careCount = expected.filter(hasCare).length;
  expect(careCount).toBeGreaterThan(0);
  expect(rows.map(({ care }) => care.length > 0)).toEqual(rows.map((_, n) => n < careCount));
});

test('how many have ordered is counted by team, and a grid member sees their own', async () => {
  const { here } = township;
  const round = putOpenRound(township);
  const files = living(here.team.gridId);
  putOrders(
    township,
    files.slice(0, 4).map((file) => orderOf(township, round, file, { veg: 1 })),
  );
  const { grids } = await leader().get('rounds', 'progress', { roundId: round._id });
  expect(grids.length).toBeGreaterThan(1);
  expect(grids.find(({ gridId }) => gridId === here.team.gridId)).toMatchObject({
    households: files.length,
    ordered: 4,
  });
  const own = await member().get('rounds', 'progress', { roundId: round._id });
  expect(own.grids).toEqual([
    { gridId: here.team.gridId, name: here.team.name, households: files.length, ordered: 4 },
  ]);
  expect(await leaderThere().call('rounds', 'progress', { roundId: round._id })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('a grid member gets no list of another team, and another village none at all', async () => {
  const round = putOpenRound(township);
  const list = { roundId: round._id, gridId: township.here.gridId };
  expect(await member().call('rounds', 'notOrdered', list)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await leaderThere().call('rounds', 'notOrdered', list)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('a round for the care categories asks nobody else', async () => {
  const round = putOpenRound(township, { changes: { audience: 'care' } });
  const rows = await notOrdered(leader(), round._id, township.here.gridId);
  expect(rows.length).toBe(living(township.here.gridId).filter(hasCare).length);
  const { grids } = await leader().get('rounds', 'progress', { roundId: round._id });
  expect(grids.reduce((sum, { households }) => sum + households, 0)).toBe(rows.length);
});

test('a number is opened for a call, and not for another village', async () => {
  const file = living(township.here.gridId).find(({ people }) => people.some(({ phone }) => phone !== null))!;
  const asked = { householdId: file._id };
  expect((await leader().get('rounds', 'openPhone', asked)).phone).toMatch(/^1\d{10}$/);
  expect(await leaderThere().call('rounds', 'openPhone', asked)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('households of closed-off grids without supplies for too long are listed and counted; others are not', async () => {
  const { here, town } = township;
  const now = chinaTime(township.simulator.clock.now());
  const round = putOpenRound(township);
  const schedule = putSchedule(township, round, {
    startedAt: toTimestamp(now.subtract(5, 'day')),
    countsAt: toTimestamp(now.subtract(1, 'minute')),
  });
  const [fed, hungry, ...others] = living(here.gridId);
  const collected = (file: HouseholdDocument, days: number) => {
    const at = toTimestamp(now.subtract(days, 'day'));
    return orderOf(
      township,
      putOpenRound(township),
      file,
      { veg: 1 },
      {
        placedAt: at,
        handOver: { status: 'collected', at, byName: '测试人员', photo: null },
      },
    );
  };
  putOrders(township, [
    collected(fed!, 1),
    collected(hungry!, 4),
    ...others.map((file) => collected(file, 2)),
  ]);

  expect(
    await all((after) => leader().get('rounds', 'lacking', after === undefined ? {} : { after })),
  ).toEqual([
    expect.objectContaining({
      householdId: hungry!._id,
      lastOn: toTimestamp(now.subtract(4, 'day')).slice(0, 10),
    }),
  ]);
  expect((await leaderThere().get('rounds', 'lacking', {})).rows).toEqual([]);

  await township.simulator.fireTimer('rounds');
  const counted = township
    .documents<ScheduleDocument>('round_schedules')
    .find(({ _id }) => _id === schedule._id)!;
  expect(counted.lacking).toMatchObject({
    households: 1,
    byGrid: { [town.gridId]: 1, [here.gridId]: 1, [hungry!.gridId]: 1 },
  });
  expect(counted.counting).toBeNull();
});
