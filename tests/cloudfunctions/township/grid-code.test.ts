import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const newTeam = (name: string, code?: string) => ({
  requestId: newRequestId(),
  parentId: township.here.gridId,
  level: 'team' as const,
  name,
  ...(code !== undefined && { code }),
  knownHouseholds: 5,
});
const add = (name: string, code?: string) => officer().get('township', 'addGrid', newTeam(name, code));
const teams = async () =>
  (await officer().get('township', 'gridDetails', { gridId: township.here.gridId })).children;
const codeOf = async (gridId: string) =>
  (await officer().get('township', 'gridDetails', { gridId })).grid.code;
const change = (gridId: string, changes: { name: string; code?: string }) =>
  officer().call('township', 'changeGrid', { gridId, ...changes });
const taken = (code: string) => ({
  error: { code: 'INVALID_INPUT', fields: { code: `这里已经有编号“${code}”了，请换一个` } },
});

test('a grid has the code that the office gave it, or none; letters are written large', async () => {
  const coded = await add('甲组', ' qs-0107 ');
  const bare = await add('乙组');
  expect(await teams()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: coded.id, code: 'QS-0107' }),
      expect.objectContaining({ id: bare.id, code: '' }),
    ]),
  );
  expect(await codeOf(coded.id)).toBe('QS-0107');
});

test.each(['组-1', 'A_1', 'A 1', 'A'.repeat(21)])('"%s" is no code', async (code) => {
  expect(await officer().call('township', 'addGrid', newTeam('丙组', code))).toMatchObject({
    error: { fields: { code: '编号只能有字母、数字和短横，最多 20 位' } },
  });
});

test('siblings never share a code; others may', async () => {
  await add('丁组', 'D-1');
  expect(await officer().call('township', 'addGrid', newTeam('戊组', 'd-1'))).toMatchObject(taken('D-1'));
  expect((await teams()).some(({ name }) => name === '戊组')).toBe(false);
  const other = await add('己组');
  expect(await change(other.id, { name: '庚组', code: 'D-1' })).toMatchObject(taken('D-1'));
  expect((await teams()).find(({ id }) => id === other.id)).toMatchObject({ name: '己组', code: '' });
  const elsewhere = { ...newTeam('丁组', 'D-1'), parentId: township.there.gridId };
  expect(await officer().call('township', 'addGrid', elsewhere)).toMatchObject({ ok: true });
});

test('of two officers who give one code at once, one is told', async () => {
  const [one, two] = [await add('辛组'), await add('壬组')];
  const replies = await Promise.all([
    change(one.id, { name: '辛组', code: 'RACE-1' }),
    change(two.id, { name: '壬组', code: 'RACE-1' }),
    officer().call('township', 'addGrid', newTeam('癸组', 'RACE-1')),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
    'INVALID_INPUT',
    'INVALID_INPUT',
    'ok',
  ]);
  expect((await teams()).filter(({ code }) => code === 'RACE-1')).toHaveLength(1);
});

test('a team that is sent twice at once keeps its code', async () => {
  const form = newTeam('子组', 'TWICE-1');
  const answers = await Promise.all([1, 2].map(() => officer().get('township', 'addGrid', form)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await officer().get('township', 'addGrid', form)).toEqual(answers[0]);
  expect(await codeOf(answers[0]!.id)).toBe('TWICE-1');
});

test('a code that is changed or taken off is free again; left out of a change it stays', async () => {
  const { id } = await add('丑组', 'FREE-1');
  await change(id, { name: '丑组' });
  expect(await codeOf(id)).toBe('FREE-1');
  await change(id, { name: '丑组', code: 'FREE-2' });
  const heir = await add('寅组', 'FREE-1');
  await change(id, { name: '丑组', code: '' });
  expect(await codeOf(id)).toBe('');
  expect(await change(heir.id, { name: '寅组', code: 'FREE-2' })).toMatchObject({ ok: true });
  expect(await codeOf(heir.id)).toBe('FREE-2');
  expect(township.documents<GridDocument>('grids').find(({ _id }) => _id === id)).not.toHaveProperty('code');
});

test('a team takes its code along to another village, and stays where that village has it already', async () => {
  const { id } = await add('卯组', 'MOVE-1');
  const move = () =>
    officer().call('township', 'moveGrid', {
      requestId: newRequestId(),
      gridId: id,
      parentId: township.there.gridId,
    });
  const there = await officer().get('township', 'addGrid', {
    ...newTeam('辰组', 'MOVE-1'),
    parentId: township.there.gridId,
  });
  expect(await move()).toMatchObject({
    error: { fields: { parentId: expect.stringContaining('已经有编号“MOVE-1”') as string } },
  });
  expect((await teams()).some((team) => team.id === id)).toBe(true);
  await change(there.id, { name: '辰组', code: '' });
  expect(await move()).toMatchObject({ ok: true });
  expect(await codeOf(id)).toBe('MOVE-1');
  expect(await add('巳组', 'MOVE-1')).toMatchObject({ name: '巳组' });
});

test('households are counted where they live: naming their number for a village is refused', async () => {
  const { gridId, name } = township.here;
  expect(
    await officer().call('township', 'changeGrid', { gridId, name, knownHouseholds: 300 }),
  ).toMatchObject({
    error: { fields: { knownHouseholds: `${name}下面还分着网格，户数填在下面的网格里` } },
  });
  expect(await change(gridId, { name, code: 'V-1' })).toMatchObject({ ok: true });
  expect(await codeOf(gridId)).toBe('V-1');
});
