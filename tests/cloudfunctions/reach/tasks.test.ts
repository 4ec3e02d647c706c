import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { noticeContent, publishIn } from '../../support/notices';
import { type Phone, useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const team = () => township.here.team;
const memberOf = (village: 'here' | 'there') =>
  township.as(township.holderOf('gridMember', township[village].team.gridPath));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));

async function tasksOf(phone: Phone) {
  const rows = [];
  for (let after: string | undefined; ;) {
    const page = await phone.get('reach', 'tasks', after === undefined ? {} : { after });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

test('each household of mine is there once, with every notice that it misses', async () => {
  const family = putFamily(township);
  const [first, second] = [
    await publishIn(township, [team().gridId]),
    await publishIn(township, [team().gridId]),
  ];
  const rows = await tasksOf(memberOf('here'));
  expect(new Set(rows.map(({ householdId }) => householdId)).size).toBe(rows.length);
  const own = rows.find(({ householdId }) => householdId === family.file._id)!;
  expect(own.missing.map(({ noticeId }) => noticeId)).toEqual(
    expect.arrayContaining([first.noticeId, second.noticeId]),
  );

  await family.phone.get('notices', 'confirm', { noticeId: first.noticeId });
  const after = (await tasksOf(memberOf('here'))).find(({ householdId }) => householdId === family.file._id)!;
  expect(after.missing.map(({ noticeId }) => noticeId)).not.toContain(first.noticeId);
  expect(after.missing.map(({ noticeId }) => noticeId)).toContain(second.noticeId);
});

test('care categories stand first, and among the others those without a phone', async () => {
  await publishIn(township, [team().gridId]);
  const { rows } = await memberOf('here').get('reach', 'tasks', {});
  const rank = rows.map(({ care, hasPhone }) => (care.length > 0 ? 0 : 2) + (hasPhone ? 1 : 0));
  expect(rank).toEqual([...rank].sort((a, b) => a - b));
  expect(new Set(rank).size).toBeGreaterThan(1);
});

test('a notice that was withdrawn, corrected or has run out is nobody’s task any more', async () => {
  const ran = await publishIn(township, [team().gridId], { validUntil: today() });
  const gone = await publishIn(township, [team().gridId]);
  const replaced = await publishIn(township, [team().gridId]);
  const listed = async () =>
    (await tasksOf(memberOf('here'))).flatMap(({ missing }) => missing.map(({ noticeId }) => noticeId));
  expect(await listed()).toEqual(expect.arrayContaining([ran.noticeId, gone.noticeId, replaced.noticeId]));
  const shown = await leader().get('publishing', 'show', { noticeId: gone.noticeId });
  await leader().get('publishing', 'withdraw', {
    requestId: newRequestId(),
    noticeId: gone.noticeId,
    version: shown.version,
    reason: '日期写错了',
  });
  await leader().get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([team().gridId]),
    publishAt: null,
    replaces: replaced.noticeId,
  });
  await township.simulator.clock.advance(24 * 3_600_000);
  const left = await listed();
  for (const { noticeId } of [ran, gone, replaced]) expect(left).not.toContain(noticeId);
  expect(left.length).toBeGreaterThan(0);
});

test('the home page counts the rows behind it', async () => {
  const { noticeId } = await publishIn(township, [team().gridId]);
  const member = memberOf('here');
  const { notices } = await member.get('home', 'today', {});
  const [row] = notices!.toTell!.first;
  expect(row!.noticeId).toBe(noticeId);
  const { rows } = await member.get('reach', 'households', { noticeId, tab: 'unknown' });
  expect(row!.left).toBe(rows.length);
  const ids = (await tasksOf(member)).flatMap(({ missing }) => missing.map((one) => one.noticeId));
  expect(notices!.toTell!.first.length + notices!.toTell!.further).toBe(new Set(ids).size);
});

test('another village has nothing to do with it', async () => {
  const { noticeId } = await publishIn(township, [team().gridId]);
  const rows = await tasksOf(memberOf('there'));
  expect(rows.flatMap(({ missing }) => missing.map((one) => one.noticeId))).not.toContain(noticeId);
  const home = await memberOf('there').get('home', 'today', {});
  expect(home.notices!.toTell!.first.map((one) => one.noticeId)).not.toContain(noticeId);
});

test('who of a household saw it is shown by name', async () => {
  const family = putFamily(township, { members: [{ name: '司马二', birthDate: '1990-01-01' }] });
  const { noticeId } = await publishIn(township, [team().gridId]);
  await family.phoneOf('司马二').get('notices', 'open', { noticeId });
  await family.phone.get('notices', 'confirm', { noticeId });
  const line = { noticeId, gridId: team().gridId, householdId: family.file._id };
  const { people, row } = await memberOf('here').get('reach', 'household', line);
  expect(row).toMatchObject({ opened: true, confirmed: true, told: null });
  expect(people.find(({ name }) => name === '司马二')).toMatchObject({ confirmedAt: null });
  expect(people.find(({ name }) => name === '司马二')!.openedAt).not.toBeNull();
  expect(people.find(({ name }) => name === '南宫测试')!.confirmedAt).not.toBeNull();
  expect(await memberOf('there').call('reach', 'household', line)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('the lists behind the bar are all households, each in one of them', async () => {
  const { noticeId } = await publishIn(township, [team().gridId]);
  const member = memberOf('here');
  const [told, read] = (await member.get('reach', 'households', { noticeId, tab: 'unknown' })).rows;
  await member.get('reach', 'tell', {
    requestId: newRequestId(),
    noticeId,
    gridId: told!.gridId,
    householdId: told!.householdId,
    how: 'door',
  });
  const reader = township
    .documents<{ _id: string; householdId: string | null }>('accounts')
    .find(({ householdId }) => householdId === township.here.householdId)!;
  await township.as(reader._id).get('notices', 'confirm', { noticeId });
  const { total } = await member.get('reach', 'show', { noticeId });
  const idsOf = async (tab: 'self' | 'told' | 'unknown') =>
    (await member.get('reach', 'households', { noticeId, tab })).rows.map(({ householdId }) => householdId);
  const lists = [await idsOf('self'), await idsOf('told'), await idsOf('unknown')];
  expect(lists.map((ids) => ids.length)).toEqual([
    total.known - total.phone - total.door,
    total.phone + total.door,
    total.households - total.known,
  ]);
  expect(new Set(lists.flat()).size).toBe(total.households);
  expect(read).toBeDefined();
});

test('a number behind the list is the one on file, never in full', async () => {
  const { noticeId } = await publishIn(township, [team().gridId]);
  const { rows } = await memberOf('here').get('reach', 'households', { noticeId, tab: 'unknown' });
  const files = township.documents<HouseholdDocument>('households');
  const masks = rows.flatMap(({ householdId, phoneMask }) =>
    phoneMask === null
      ? []
      : [files.find(({ _id }) => _id === householdId)!.people.some((one) => one.phoneMask === phoneMask)],
  );
  expect(masks.length).toBeGreaterThan(0);
  expect(masks.every(Boolean)).toBe(true);
  expect(rows.every(({ phoneMask }) => phoneMask === null || phoneMask.includes('****'))).toBe(true);
});

const today = (): string =>
  new Date(township.simulator.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
