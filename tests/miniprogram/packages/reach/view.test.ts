import { peopleTexts, reachCard, taskCard } from '../../../../miniprogram/packages/reach/household-cards';
import { listTitle, reachView, tabRows } from '../../../../miniprogram/packages/reach/show/view';
import { reachRowOf, reachShown, reachTask } from './views';

const NOW = Date.parse('2026-03-12T17:10:00+08:00');
const TODAY = '2026-03-12';

test('all households are told apart: who read it, who was told, who does not know', () => {
  const view = reachView(reachShown(), TODAY);
  expect(view).toMatchObject({ percent: 91, households: 139, known: 127, self: 109, told: 18, unknown: 12 });
  expect(view.self + view.told + view.unknown).toBe(view.households);
  expect(view.selfPercent + view.toldPercent).toBe(view.percent);
  expect(view.grids.map(({ name, missing, percent }) => [name, missing, percent])).toEqual([
    ['三组', 9, 80],
    ['二组', 3, 93],
    ['一组', 0, 100],
  ]);
});

test.each([
  [138, 139, 99],
  [139, 139, 100],
  [0, 139, 0],
])(
  '%i of %i households are said as %i%%: the full hundred only when nobody is left',
  (known, households, percent) => {
    expect(reachView(reachShown({}, { known, households }), TODAY).percent).toBe(percent);
  },
);

test.each([
  [{ status: 'withdrawn' as const }, '已经撤回'],
  [{ replacedBy: 'n9' }, '已经更正'],
  [{ validUntil: '2026-03-11' }, '2026年3月11日 到期了'],
  [{ validUntil: TODAY }, ''],
])('it says when nobody has to be told any more: %j', (changes, text) => {
  const { over } = reachView(reachShown(changes), TODAY);
  if (text === '') expect(over).toBe('');
  else expect(over).toContain(text);
});

test('newcomers and people on duty are said apart', () => {
  const view = reachView(reachShown({ staff: { people: 8, opened: 6, known: 5 } }, { newcomers: 2 }), TODAY);
  expect([view.newcomers, view.staff]).toEqual([
    '发出以后新来的 2 户，也算在里面',
    '工作人员 8 人，5 人看了',
  ]);
});

test('there is a list behind every figure', () => {
  const { total } = reachShown({}, { newcomers: 2 });
  const rows = tabRows(total, 'confirm');
  expect(rows.map(({ value, aside }) => [value, aside])).toEqual([
    ['unknown', '12 户'],
    ['visit', ''],
    ['self', '109 户'],
    ['told', '18 户'],
    ['phone', '12 户'],
    ['door', '6 户'],
    ['delivered', '130 户'],
    ['opened', '120 户'],
    ['read', '112 户'],
    ['confirmed', '109 户'],
    ['newcomers', '2 户'],
  ]);
  expect(tabRows(total, 'read').map(({ value }) => value)).not.toContain('confirmed');
  const { grids } = reachView(reachShown(), TODAY);
  expect(listTitle('unknown', rows, undefined)).toBe('还不知道的 12 户');
  expect(listTitle('unknown', rows, grids[0])).toBe('三组还不知道的 9 户');
  expect(listTitle('told', rows, grids[0])).toBe('三组电话、上门告诉的户');
});

test.each([
  [{ phoneMask: null }, '没有留号码，要上门告诉', false],
  [{ hasPhone: false }, '没有用小程序', true],
  [{ closed: true }, '档案已经注销，明天早上从名单上去掉', false],
  [{}, '', true],
])('a household to tell says what stands in the way: %j', (changes, note, canCall) => {
  const listed = { noticeId: 'n1', toTell: true, isTeamSaid: true };
  expect(reachCard(reachRowOf(changes), listed, NOW)).toMatchObject({ note, canCall, state: 'waiting' });
});

test.each([
  [{ confirmed: true, read: true, opened: true }, '确认了'],
  [{ opened: true }, '打开了，没有读完'],
  [{}, '收到了，还没打开'],
  [{ delivered: false }, '还不知道'],
  [
    { told: 'door' as const, toldBy: '张丽', toldAt: '2026-03-12T16:00:00+08:00' },
    '张丽 今天 16:00 上门说的',
  ],
])('on the other lists it says what it did: %j', (changes, note) => {
  const listed = { noticeId: 'n1', toTell: false, isTeamSaid: false };
  const card = reachCard(reachRowOf(changes), listed, NOW);
  expect(card).toMatchObject({ note, state: 'listed', where: '柳溪村三组 · 139****6021' });
});

test('a task names everything that the household misses', () => {
  expect(taskCard(reachTask())).toMatchObject({
    title: '赵玉珍家',
    titles: ['紧急：明天全员核酸检测', '后天停水'],
    lines: [
      { noticeId: 'n1', gridId: 't1-v1-g3', householdId: 'h1' },
      { noticeId: 'n2', gridId: 't1-v1-g3', householdId: 'h1' },
    ],
  });
});

test('a title that two notices have is said once, with how many', () => {
  const [first, second] = reachTask().missing;
  const task = { ...reachTask(), missing: [first!, second!, { ...second!, noticeId: 'n3' }] };
  expect(taskCard(task).titles).toEqual(['紧急：明天全员核酸检测', '后天停水（2 条）']);
});

test('who of a household did what is said by name', () => {
  const at = '2026-03-12T17:08:00+08:00';
  expect(
    peopleTexts(
      [
        { name: '李建国', openedAt: at, readAt: at, confirmedAt: null },
        { name: '陈芳', openedAt: null, readAt: null, confirmedAt: null },
      ],
      NOW,
    ),
  ).toEqual(['李建国：今天 17:08 打开，今天 17:08 读完', '陈芳：收到了']);
  expect(peopleTexts([], NOW)).toEqual(['这一户还没有人在手机上看过']);
});
