import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { putFamily } from '../../support/families';
import { enrolForm, newRequestId } from '../../support/forms';
import { disagreements, publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const here = () => township.here;
const memberOf = (village: 'here' | 'there') =>
  township.as(township.holderOf('gridMember', township[village].team.gridPath));
const sheetOf = (noticeId: string, gridId = here().team.gridId) =>
  sheetsOf(township, noticeId).find((sheet) => sheet.gridId === gridId);
const morning = async () => {
  await township.simulator.clock.advance(24 * 3_600_000);
  await township.simulator.fireTimer('reach');
};
const otherTeam = (): string[] => {
  const other = township
    .documents<{ _id: string; path: string[]; parentId: string }>('grids')
    .find(({ _id, parentId }) => parentId === here().gridId && _id !== here().team.gridId)!;
  return other.path;
};

test('who came into the audience since joins the next morning, once, and nobody is lost', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const before = sheetOf(noticeId)!;
  const family = putFamily(township);
  await township.simulator.clock.advance(24 * 3_600_000);
  await Promise.all([township.simulator.fireTimer('reach'), township.simulator.fireTimer('reach')]);
  await township.simulator.fireTimer('reach');
  const after = sheetOf(noticeId)!;
  expect(after.households).toBe(before.households + 1);
  expect(after.counts.newcomers).toBe(1);
  expect(after.receipts[family.file._id]).toMatchObject({ opened: null });
  expect(after.householdIds).toEqual(expect.arrayContaining(before.householdIds));
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
  const { rows } = await memberOf('here').get('reach', 'households', { noticeId, tab: 'newcomers' });
  expect(rows.map(({ householdId }) => householdId)).toEqual([family.file._id]);
});

test('killed before it could write down how far it was, it adds nobody twice', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const family = putFamily(township);
  await morning();
  const once = sheetOf(noticeId)!;
  expect(once.householdIds).toContain(family.file._id);
  const back = await township.tamper('reach_sweeps', {}, { $set: { isDone: false, after: '', cursor: '' } });
  expect(back).toBe(1);
  const late = putFamily(township);
  await township.simulator.fireTimer('reach');
  const twice = sheetOf(noticeId)!;
  expect(twice.households).toBe(once.households + 1);
  expect(twice.householdIds).toContain(late.file._id);
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
});

test('only by the rule of its audience, and only while it holds', async () => {
  const tagged = await publishIn(township, [], {
    audience: { gridIds: [here().gridId], roles: [], households: true, tags: ['dialysis'] },
  });
  const over = await publishIn(township, [here().team.gridId], { validUntil: today() });
  const plain = putFamily(township);
  const ill = putFamily(township, { care: ['dialysis'] });
  const before = sheetOf(over.noticeId)!.households;
  await morning();
  const joined = sheetsOf(township, tagged.noticeId).flatMap(({ householdIds }) => householdIds);
  expect(joined).toContain(ill.file._id);
  expect(joined).not.toContain(plain.file._id);
  expect(sheetOf(over.noticeId)!.households).toBe(before);
});

test('nobody joins the list of what was said months ago', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const before = sheetOf(noticeId)!.households;
  await township.simulator.clock.advance(91 * 24 * 3_600_000);
  putFamily(township);
  await township.simulator.fireTimer('reach');
  expect(sheetOf(noticeId)!.households).toBe(before);
});

test('a household that opens it before that morning is the same newcomer', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const family = putFamily(township);
  await Promise.all([
    family.phone.get('notices', 'open', { noticeId }),
    family.phone.get('notices', 'confirm', { noticeId }),
  ]);
  await morning();
  const sheet = sheetOf(noticeId)!;
  expect(sheet.counts).toMatchObject({ newcomers: 1, opened: 1, confirmed: 1, known: 1 });
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
});

test('a household that moves within the audience stays where it was counted, and its old team still tells it', async () => {
  const family = putFamily(township);
  const { noticeId } = await publishIn(township, [here().gridId]);
  const path = otherTeam();
  await township.tamper(
    'households',
    { _id: family.file._id },
    { $set: { gridId: path.at(-1), gridPath: path } },
  );
  await morning();
  const on = sheetsOf(township, noticeId).filter(({ householdIds }) =>
    householdIds.includes(family.file._id),
  );
  expect(on.map(({ gridId }) => gridId)).toEqual([here().team.gridId]);
  await family.phone.get('notices', 'open', { noticeId });
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
  expect(sheetOf(noticeId)!.receipts[family.file._id]!.opened).not.toBeNull();

  const line = { noticeId, gridId: here().team.gridId, householdId: family.file._id };
  const old = memberOf('here');
  expect(
    (await old.get('reach', 'households', { noticeId, tab: 'unknown' })).rows.map((row) => row.householdId),
  ).toContain(family.file._id);
  expect(
    await old.get('reach', 'openPhone', { noticeId, householdId: family.file._id, reason: '还没有看' }),
  ).toMatchObject({ value: expect.stringMatching(/^1\d{10}$/) as string });
  await old.get('reach', 'tell', { ...line, requestId: newRequestId(), how: 'phone' });
  expect(sheetOf(noticeId)!.counts.known).toBe(1);
});

test('a household handed over to another village keeps its line here', async () => {
  const phone = township.as('o-handed-over');
  const file = await phone.get('registration', 'enrol', enrolForm(here().team.gridId));
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  await memberOf('here').get('registration', 'handOver', {
    requestId: newRequestId(),
    householdId: file.householdId,
    version: 1,
    reason: '全家搬到那边住了',
    gridId: township.there.team.gridId,
  });
  await morning();
  await phone.get('notices', 'confirm', { noticeId });
  expect(sheetOf(noticeId)!.counts).toMatchObject({ confirmed: 1, known: 1 });
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
  const { total } = await memberOf('here').get('reach', 'show', { noticeId });
  expect(total.confirmed).toBe(1);
});

test('a file that was closed since says so on the list', async () => {
  const family = putFamily(township);
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  await township.tamper('households', { _id: family.file._id }, { $set: { status: 'closed' } });
  const { rows } = await memberOf('here').get('reach', 'households', { noticeId, tab: 'unknown' });
  expect(rows.find(({ householdId }) => householdId === family.file._id)).toMatchObject({ closed: true });
  expect(
    await memberOf('here').call('reach', 'openPhone', {
      noticeId,
      householdId: family.file._id,
      reason: '还没有看',
    }),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('the next morning it is off the list with all that it counted for, unless it knew', async () => {
  const [gone, knowing, merged, staying] = [0, 1, 2, 3].map(() => putFamily(township));
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const late = putFamily(township);
  await late.phone.get('notices', 'open', { noticeId });
  await gone!.phone.get('notices', 'open', { noticeId });
  await knowing!.phone.get('notices', 'confirm', { noticeId });
  const before = sheetOf(noticeId)!;
  expect(before.counts).toMatchObject({ opened: 2, confirmed: 1, newcomers: 1 });
  const close = { $set: { status: 'closed' } };
  for (const { file } of [gone!, knowing!, merged!, late])
    await township.tamper('households', { _id: file._id }, close);
  await morning();
  const after = sheetOf(noticeId)!;
  expect(after.households).toBe(before.households - 3);
  expect(after.counts).toMatchObject({ opened: 0, confirmed: 1, known: 1, newcomers: 0 });
  expect(after.householdIds).toEqual(expect.arrayContaining([knowing!.file._id, staying!.file._id]));
  for (const { file } of [gone!, merged!, late]) expect(after.householdIds).not.toContain(file._id);
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
});

test('a team that moves to another village takes its list along', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const officer = township.as(township.holderOf('townOfficer', [township.town.gridId]));
  const { gridId } = here().team;
  await township.tamper('grids', { _id: gridId }, { $set: { name: '河东组' } });
  for (let done = false; !done;) {
    const move = { requestId: newRequestId(), gridId, parentId: township.there.gridId };
    ({ done } = await officer.get('township', 'moveGrid', move));
  }
  const old = township.as(township.holderOf('gridLeader', here().gridPath));
  expect(await old.call('reach', 'show', { noticeId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const now = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const shown = await now.get('reach', 'show', { noticeId });
  expect(shown.total.households).toBeGreaterThan(0);
  expect(shown.grids.map((grid) => grid.gridId)).toEqual([gridId]);
  expect(
    township
      .documents<HouseholdDocument>('households')
      .filter((file) => file.gridId === gridId)
      .every((file) => file.gridPath.includes(township.there.gridId)),
  ).toBe(true);
});

const today = (): string =>
  new Date(township.simulator.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
