import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { enrolForm, requestId } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const newTeam = (name: string, more: { requestId?: string; parentId?: string } = {}) => ({
  requestId: requestId(),
  parentId: township.here.gridId,
  level: 'team' as const,
  name,
  knownHouseholds: 30,
  ...more,
});
const children = async (gridId: string) =>
  (await officer().get('township', 'gridDetails', { gridId })).children;

test('anybody may pick their team level by level, and sees no figures', async () => {
  const phone = township.as('o-anybody');
  const towns = (await phone.get('township', 'grids', {})).grids;
  expect(towns).toEqual([
    {
      id: township.town.gridId,
      name: township.town.name,
      level: 'town',
      pathNames: ['青石镇'],
      hasChildren: true,
    },
  ]);
  const teams = (await phone.get('township', 'grids', { parentId: township.here.gridId })).grids;
  expect(teams.map(({ name }) => name)).toEqual(['一组', '二组', '三组', '四组', '五组']);
  expect(teams.every(({ hasChildren }) => !hasChildren)).toBe(true);
  expect((await phone.get('township', 'grids', { parentId: 'nowhere' })).grids).toEqual([]);
});

test('a new team is there once, however often it is sent, and takes households', async () => {
  const form = newTeam('六组');
  const answers = await Promise.all([1, 2, 3].map(() => officer().get('township', 'addGrid', form)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await officer().get('township', 'addGrid', form)).toEqual(answers[0]);
  const found = (await children(township.here.gridId)).filter(({ name }) => name === '六组');
  expect(found).toMatchObject([{ knownHouseholds: 30, registered: 0 }]);

  const enrolled = await township.as('o-six').call('registration', 'enrol', enrolForm(found[0]!.id));
  expect(enrolled).toMatchObject({ ok: true });
  const after = (await children(township.here.gridId)).find(({ name }) => name === '六组');
  expect(after).toMatchObject({ registered: 1 });
});

test('the same name twice below one grid is refused beside the name, also at once', async () => {
  expect(await officer().call('township', 'addGrid', newTeam('一组'))).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { name: '这里已经有“一组”了，请换个名称' } },
  });
  const replies = await Promise.all([
    officer().call('township', 'addGrid', newTeam('七组')),
    officer().call('township', 'addGrid', newTeam('七组')),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
    'INVALID_INPUT',
    'ok',
  ]);
  const elsewhere = await officer().call(
    'township',
    'addGrid',
    newTeam('七组', { parentId: township.there.gridId }),
  );
  expect(elsewhere).toMatchObject({ ok: true });
});

test.each([
  ['a unit right below a village', 'unit', '村下面只能加组'],
  ['a village below a village', 'village', '村下面只能加组'],
] as const)('%s is refused beside the level', async (_, level, text) => {
  const reply = await officer().call('township', 'addGrid', { ...newTeam('新网格'), level });
  expect(reply).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { level: text } } });
});

test('a team with units takes no households itself, and counts what its units know', async () => {
  const team = await officer().get('township', 'addGrid', newTeam('八组'));
  await officer().get('township', 'addGrid', { ...newTeam('甲单元', { parentId: team.id }), level: 'unit', knownHouseholds: 12 }); // prettier-ignore
  expect(await township.as('o-eight').call('registration', 'enrol', enrolForm(team.id))).toMatchObject({
    error: { fields: { gridId: expect.any(String) as string } },
  });
  const details = await officer().get('township', 'gridDetails', { gridId: team.id });
  expect(details.grid).toMatchObject({ hasChildren: true, knownHouseholds: 12 });
});

test('renaming a team renames it in every place that shows it', async () => {
  const { gridId } = township.there.team;
  await officer().get('township', 'changeGrid', { gridId, name: '河东组', knownHouseholds: 44 });
  const place = [township.town.name, township.there.name, '河东组'];
  const files = township.documents<HouseholdDocument>('households').filter((file) => file.gridId === gridId);
  expect(files.length).toBeGreaterThan(0);
  expect(files.every(({ pathNames }) => pathNames.join() === place.join())).toBe(true);
  const grid = township.documents<GridDocument>('grids').find(({ _id }) => _id === gridId);
  expect(grid).toMatchObject({ name: '河东组', pathNames: place });
  expect((await children(township.there.gridId))[0]).toMatchObject({ name: '河东组', knownHouseholds: 44 });
  const taken = await officer().call('township', 'changeGrid', { gridId, name: '二组', knownHouseholds: 44 });
  expect(taken).toMatchObject({ error: { fields: { name: expect.any(String) as string } } });
});

test('an officer opens on their own town; its children sum up what lies below', async () => {
  const { grid, children: villages, posts } = await officer().get('township', 'gridDetails', {});
  expect(grid.id).toBe(township.town.gridId);
  const households = township.documents<HouseholdDocument>('households');
  for (const village of villages)
    expect(village.registered).toBe(
      households.filter(({ gridPath }) => gridPath.includes(village.id)).length,
    );
  expect(grid.knownHouseholds).toBe(villages.reduce((sum, village) => sum + village.knownHouseholds, 0));
  expect(posts.map(({ name }) => name)).toEqual(expect.arrayContaining(['陈志远', '何敏']));
});

test('an officer of another place finds none of these grids', async () => {
  const elsewhere = township.as(township.holderOf('townOfficer', township.there.gridPath));
  const { gridId } = township.here;
  const replies = await Promise.all([
    elsewhere.call('township', 'gridDetails', { gridId }),
    elsewhere.call('township', 'changeGrid', { gridId, name: '占领村', knownHouseholds: 1 }),
    elsewhere.call('township', 'addGrid', newTeam('占领组')),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
});
