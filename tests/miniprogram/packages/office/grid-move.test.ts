import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const grid = (id: string, name: string, parentId: string | null, moving = false) => ({
  grid: {
    id,
    name,
    level: 'team',
    pathNames: ['青石镇', '柳溪村', name],
    hasChildren: false,
    knownHouseholds: 27,
    retired: false,
    parentId,
    moving,
  },
  children: [],
  posts: [],
});
const village = (id: string, name: string, retired = false) => ({
  ...{ id, name, level: 'village', pathNames: ['青石镇', name], hasChildren: true },
  ...{ knownHouseholds: 100, registered: 90, retired },
});
const town = {
  ...grid('t', '青石镇', null),
  children: [village('v', '柳溪村'), village('w', '石桥村'), village('x', '老村', true)],
};

const open = async ({ moving = false } = {}) => {
  phone.answers(grid('g', '三组', 'v', moving));
  phone.answers(grid('v', '柳溪村', 't'));
  phone.answers(town);
  const page = render('packages/office/grid-move');
  await act(page, 'onLoad', { gridId: 'g' });
  return page;
};
const moves = () => phone.calls.filter(({ action }) => action === 'moveGrid').map(({ input }) => input);

it('offers the other villages that are in use', async () => {
  const page = await open();
  expect(page.data.move).toMatchObject({ choices: [{ value: 'w', text: '石桥村' }], parentName: '柳溪村' });
  expect(words(page)).toContain('三组移到别的村');
});

it('asks for a village, and moves only after the question', async () => {
  const page = await open();
  await act(page, 'send');
  expect(page.data.error).toBe('请选一个村');
  await act(page, 'choose', said({ chosen: ['w'] }));
  phone.confirms(false);
  await act(page, 'send');
  expect(phone.modals.at(-1)).toMatchObject({ title: '把三组移到石桥村？' });
  expect(moves()).toEqual([]);
});

it('calls on until everything went along', async () => {
  const page = await open();
  await act(page, 'choose', said({ chosen: ['w'] }));
  phone.confirms(true);
  phone.answers({ done: false, moved: 100, left: 50 });
  phone.answers({ done: true, moved: 150, left: 0 });
  await act(page, 'send');
  const input: unknown = expect.objectContaining({ gridId: 'g', parentId: 'w' });
  expect(moves()).toEqual([input, input]);
  expect(page.data).toMatchObject({ step: 'done', progress: { percent: 100 } });
  expect(words(page)).toContain('移好了');
});

it('goes on with a move that was cut off', async () => {
  const page = await open({ moving: true });
  expect(words(page)).toContain('移到柳溪村，还没有移完');
  phone.answers({ done: true, moved: 27, left: 0 });
  await act(page, 'goOn');
  expect(moves()).toEqual([expect.objectContaining({ gridId: 'g', parentId: 'v' })]);
  expect(page.data.step).toBe('done');
});

it('says beside the villages why it can not go there', async () => {
  const page = await open();
  await act(page, 'choose', said({ chosen: ['w'] }));
  phone.confirms(true);
  const message = '石桥村已经有“三组”了，先改个名称再移';
  phone.refuses({ code: 'INVALID_INPUT', message, fields: { parentId: message } });
  await act(page, 'send');
  expect(page.data).toMatchObject({ step: 'choosing', error: message, problem: '' });
});

it('cut off in between, it asks how far the move is and offers to go on', async () => {
  const page = await open();
  await act(page, 'choose', said({ chosen: ['w'] }));
  phone.confirms(true);
  phone.answers({ done: false, moved: 100, left: 50 });
  phone.refuses({ code: 'INTERNAL', message: '没有办成，请再试一次' });
  phone.answers(grid('g', '三组', 'w', true));
  phone.answers(grid('w', '石桥村', 't'));
  phone.answers(town);
  await act(page, 'send');
  expect(page.data).toMatchObject({ step: 'stopped', problem: '没有办成，请再试一次' });
  expect(words(page)).toContain('接着移');
});
