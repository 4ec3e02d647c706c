import type { EntryDocument, ListDocument } from '../../../cloudfunctions/pushedlist/list.document';
import { enrolForm, newRequestId, newResidentId } from '../../support/forms';
import { importList, listIn, pushedPerson, stageList } from '../../support/pushed-lists';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const officer = (which = 'lists') =>
  township.as(township.holderOf('townOfficer', [township.town.gridId], which));
const home = () => `${township.here.name}${township.here.team.name} 槐树巷 9 号`;
const entriesOf = (listId: string) =>
  township.documents<EntryDocument>('pushed_entries').filter((entry) => entry.listId === listId);

test('a list is checked first, then dispatched to the grids that its addresses name', async () => {
  const lines = [
    pushedPerson(home()),
    pushedPerson(township.there.name),
    pushedPerson('外县某村'),
    pushedPerson(home(), { papersNumber: '110105194912310021' }),
    pushedPerson(home(), { name: '', phone: '123' }),
  ];
  const checked = await importList(township, officer(), lines, { until: 'checked' });
  expect(checked).toMatchObject({ rows: 5, done: 5, unplaced: 1, counts: { toFind: 3, wrong: 2 } });
  expect(entriesOf(checked.listId)).toEqual([]);
  const { faults } = await officer().get('pushedlist', 'faults', { listId: checked.listId });
  expect(faults.map(({ row, column }) => [row, column])).toEqual([
    [5, '证件号码'],
    [6, '姓名'],
    [6, '手机号'],
  ]);

  const applied = await officer().get('pushedlist', 'apply', { listId: checked.listId });
  expect(applied).toMatchObject({ status: 'applied', unplaced: 1, counts: { toFind: 3, wrong: 2 } });
  expect(entriesOf(applied.listId).map(({ gridId, placed }) => [gridId, placed])).toEqual([
    [township.here.team.gridId, true],
    [township.there.gridId, true],
    [township.town.gridId, false],
  ]);
  // Dispatched rows are nowhere but in their entries, and there under seal.
  const stored = JSON.stringify([
    township.documents('pushed_entries'),
    township.documents('pushed_rows'),
    township.documents('pushed_lists'),
  ]);
  for (const line of lines) expect(stored).not.toContain(String(line.papersNumber));
});

test('where the papers are on file, the household tells the grid, whatever the address says', async () => {
  const openid = 'o-test-on-file';
  const number = newResidentId();
  const form = enrolForm(township.there.team.gridId);
  await township.as(openid).get('registration', 'enrol', {
    ...form,
    head: { ...form.head, papers: { type: 'residentId', number } },
  });
  const { listId } = await importList(township, officer(), [pushedPerson(home(), { papersNumber: number })]);
  expect(entriesOf(listId)[0]).toMatchObject({ gridId: township.there.team.gridId, placed: true });
});

test('somebody who is being looked for already is not looked for twice', async () => {
  const line = pushedPerson(home());
  await importList(township, officer(), [line]);
  const again = await importList(township, officer(), [line, pushedPerson(home())]);
  expect(again.counts).toMatchObject({ toFind: 1, listed: 1 });
  const { faults } = await officer().get('pushedlist', 'faults', { listId: again.listId });
  expect(faults[0]?.message).toContain('已经在找这个人');
});

test('the same form twice at once is one list, and dispatching twice at once dispatches each row once', async () => {
  const requestId = newRequestId();
  const lines = Array.from({ length: 120 }, () => pushedPerson(home()));
  const [one, two] = await Promise.all([
    stageList(township, officer(), lines, { requestId }),
    stageList(township, officer(), lines, { requestId }),
  ]);
  expect(one.ok && two.ok && one.data.listId === two.data.listId).toBe(true);
  if (!one.ok) return;
  const { listId } = one.data;
  await officer().get('pushedlist', 'check', { listId });
  await Promise.all([1, 2, 3].map(() => officer().call('pushedlist', 'apply', { listId })));
  const done = await officer().get('pushedlist', 'apply', { listId });
  expect(done).toMatchObject({ status: 'applied', counts: { toFind: 120 } });
  expect(entriesOf(listId)).toHaveLength(120);
});

test('what is no list, too long, or due already is refused beside its field', async () => {
  expect(await stageList(township, officer(), Buffer.from('no spreadsheet'))).toMatchObject({
    error: { fields: { fileId: '这个文件打不开。请用下载的模板填好，存成 xlsx 再选' } },
  });
  expect(await stageList(township, officer(), [])).toMatchObject({
    error: { message: '表格里一行也没有' },
  });
  const many = Array.from({ length: 1001 }, () => pushedPerson('x', { papersNumber: '1', phone: '' }));
  expect(await stageList(township, officer(), many)).toMatchObject({
    error: { message: '一次最多导入 1000 行，请分成几个文件' },
  });
  expect(await stageList(township, officer(), [pushedPerson(home())], { hours: -1 })).toMatchObject({
    error: { fields: { deadline: '期限已经过了，请选以后的时间' } },
  });
});

test('a list can be dropped until it is dispatched, and what nobody finished goes after a week', async () => {
  const list = await importList(township, officer(), [pushedPerson(home())], { until: 'checked' });
  await officer().get('pushedlist', 'discard', { listId: list.listId });
  expect(await officer().call('pushedlist', 'apply', { listId: list.listId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  const dispatched = await importList(township, officer(), [pushedPerson(home())]);
  expect(await officer().call('pushedlist', 'discard', { listId: dispatched.listId })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const left = listIn(township, township.here);
  await township.simulator.clock.advance(8 * 24 * 3_600_000);
  await township.simulator.fireTimer('pushedlist');
  const ids = township.documents<ListDocument>('pushed_lists').map(({ _id }) => _id);
  expect(ids).not.toContain(left);
  expect(ids).toContain(dispatched.listId);
});

test('the town sees how far each of its lists is', async () => {
  const { listId } = await importList(township, officer(), [pushedPerson(home()), pushedPerson('外县')], {
    hours: 1,
  });
  await township.simulator.clock.advance(2 * 3_600_000);
  const { lists } = await officer().get('pushedlist', 'lists', {});
  expect(lists.find((list) => list.listId === listId)).toMatchObject({ open: 2, overdue: 2, unassigned: 1 });
});
