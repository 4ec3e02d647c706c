import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { enrolForm } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const retire = (gridId: string, retired = true) =>
  officer().call('township', 'retireGrid', { gridId, retired });
const enrolIn = (openid: string, gridId: string) =>
  township.as(openid).call('registration', 'enrol', enrolForm(gridId));
const choices = async (parentId: string) =>
  (await township.as('o-anybody').get('township', 'grids', { parentId })).grids.map(({ id }) => id);

afterEach(() => retire(township.here.gridId, false));

test('a retired village takes nobody in, in none of its teams, and its files stay', async () => {
  const { gridId, team } = township.here;
  const files = () =>
    township.documents<HouseholdDocument>('households').filter(({ gridPath }) => gridPath.includes(gridId))
      .length;
  const before = files();
  expect(await retire(gridId)).toEqual({ ok: true, data: {} });
  expect(await retire(gridId)).toEqual({ ok: true, data: {} });
  expect(await choices(township.town.gridId)).not.toContain(gridId);
  expect(await enrolIn('o-too-late', team.gridId)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { gridId: expect.any(String) as string } },
  });
  expect(files()).toBe(before);
  const member = township.as(township.holderOf('gridMember', team.gridPath));
  expect(await member.call('registration', 'queue', { status: 'verified' })).toMatchObject({ ok: true });
  const { children } = await officer().get('township', 'gridDetails', {});
  expect(children.find(({ id }) => id === gridId)).toMatchObject({ retired: true, knownHouseholds: before });
});

test('opened again it takes households in, but a team not before its village', async () => {
  const { gridId, team } = township.here;
  await retire(gridId);
  expect(await retire(team.gridId, false)).toMatchObject({ error: { code: 'CONFLICT' } });
  await retire(gridId, false);
  expect(await choices(township.town.gridId)).toContain(gridId);
  expect(await enrolIn('o-in-time', team.gridId)).toMatchObject({ ok: true });
});

test('nothing is added below a retired grid, and a town is not retired', async () => {
  await retire(township.here.gridId);
  const added = await officer().call('township', 'addGrid', {
    requestId: 'retired-parent-0001',
    parentId: township.here.gridId,
    level: 'team',
    name: '新来组',
    knownHouseholds: 3,
  });
  expect(added).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await retire(township.town.gridId)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('an officer of another village finds no such grid', async () => {
  const other = township.as(township.holderOf('townOfficer', township.there.gridPath));
  const input = { gridId: township.here.gridId, retired: true };
  expect(await other.call('township', 'retireGrid', input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
