import type { RulebookDocument } from '../../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED_COVID19 } from '../../../cloudfunctions/rulebook/shipped';
import type { Village } from '../../support/township';
import { useTownship } from '../../support/township';
import { rulebookForm, todayIn } from '../../support/rules';

jest.setTimeout(60_000);

const township = useTownship();
const officer = (which: string) =>
  township.as(township.holderOf('townOfficer', [township.town.gridId], which));
const member = (village: Village) => township.as(township.holderOf('gridMember', village.gridPath, 'reader'));
const inDays = (days: number): string =>
  new Date(Date.parse(`${todayIn(township)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test('a town that approved nothing works by the shipped rules, and says so in words', async () => {
  const { rulebook, isOffice, shipped, division } = await member(township.here).get(
    'rulebook',
    'current',
    {},
  );
  expect(rulebook).toMatchObject({ version: 0, profile: { name: '新冠肺炎', feverFrom: 37.3 } });
  expect(rulebook.classification[2]!.sentence).toEqual({
    when: '过去 14 天去过中风险地区或重点地区，7 天内没有核酸阴性结果',
    then: '临时隔离 2 天，第 1 天做核酸；阴性以后居家隔离观察 14 天，第 1、7、14 天做核酸',
  });
  expect(shipped.map(({ profile }) => profile.name)).toEqual(['新冠肺炎', '流感']);
  expect(isOffice).toBe(false);
  expect(division).not.toBeNull();
});

test('a new version decides nothing before a second officer approves it; then it is in force from its day on', async () => {
  const [first, second] = [officer('one'), officer('two')];
  const form = rulebookForm(township, { title: '缩短到七天', validFrom: inDays(2) });
  form.classification[3]!.days = 7;
  form.classification[3]!.testDays = [7, 1];
  const { version } = await first.get('rulebook', 'propose', form);
  // Sent again, and from two phones at once: still one version.
  const again = await Promise.all([first, first].map((phone) => phone.get('rulebook', 'propose', form)));
  expect(again).toEqual([{ version }, { version }]);

  expect((await second.get('rulebook', 'current', {})).waiting).toMatchObject([
    { version, title: '缩短到七天', isMine: false },
  ]);
  expect(await first.call('rulebook', 'decide', { version, decision: 'approve' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN', message: '这是您自己提交的，要由另一位同事审批' },
  });
  const approved = await second.get('rulebook', 'decide', { version, decision: 'approve' });
  expect(approved).toMatchObject({ status: 'approved', isMine: false });
  // Tapped twice.
  expect(await second.get('rulebook', 'decide', { version, decision: 'approve' })).toEqual(approved);
  expect(
    await officer('three').call('rulebook', 'decide', { version, decision: 'reject', reason: '不行' }),
  ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });

  const today = await second.get('rulebook', 'current', {});
  expect(today.rulebook.version).toBe(0);
  expect(today.coming).toMatchObject([{ version }]);
  await township.simulator.clock.advance(2 * 24 * 3_600_000);
  const then = await second.get('rulebook', 'current', {});
  expect(then.rulebook).toMatchObject({ version, title: '缩短到七天' });
  expect(then.rulebook.classification[3]).toMatchObject({ days: 7, testDays: [1, 7] });
  expect(then.coming).toEqual([]);
});

test('versions count up, stay as they were, and all can be read later', async () => {
  const [first, second] = [officer('four'), officer('five')];
  const propose = async () => (await first.get('rulebook', 'propose', rulebookForm(township))).version;
  const both = await Promise.all([propose(), propose()]);
  expect(new Set(both).size).toBe(2);
  await second.get('rulebook', 'decide', { version: both[0], decision: 'reject', reason: '文号不对' });
  // Whoever proposed may take it back, and nothing else.
  await first.get('rulebook', 'decide', { version: both[1], decision: 'reject', reason: '重新提交' });
  const { rows } = await member(township.there).get('rulebook', 'history', {});
  const rejected = rows.filter(({ version }) => both.includes(version));
  expect(rejected.map(({ status, reason }) => [status, reason]).sort()).toEqual([
    ['rejected', '文号不对'],
    ['rejected', '重新提交'],
  ]);
  expect(await member(township.here).get('rulebook', 'version', { version: both[0] })).toMatchObject({
    rulebook: { title: '冬季防控规则', classification: expect.any(Array) as unknown },
  });
});

test.each<[string, (form: ReturnType<typeof rulebookForm>) => void, string, string]>([
  ['begins yesterday', (form) => (form.validFrom = inDays(-1)), 'validFrom', '最早从今天起执行'],
  [
    'tests on a day after the last',
    (form) => (form.classification[3]!.testDays = [15]),
    'classification.3.testDays',
    '做核酸的日子不能超过总天数',
  ],
  [
    'has free movement with days',
    (form) => (form.classification[8]!.days = 3),
    'classification.8.days',
    '正常出行没有天数，别的措施至少 1 天',
  ],
  [
    'takes a normal temperature for a fever',
    (form) => (form.profile.feverFrom = 36),
    'profile.feverFrom',
    '发热界限不能低于 36.5℃',
  ],
  [
    'is due before it opens',
    (form) => (form.schedule.slots[0]!.due = '05:00'),
    'schedule.slots.0.due',
    '应报时间要晚于开始时间',
  ],
  [
    'asks in the evening before the morning is over',
    (form) => (form.schedule.slots[1]!.opens = '13:00'),
    'schedule.slots.1.opens',
    '晚上开始的时间不能早于上午截止的时间',
  ],
  [
    'leaves people under no row',
    (form) => form.classification.splice(9, 1),
    'classification',
    '分类表有漏洞：有的来返人员一行也对不上，不能这样执行',
  ],
  [
    'has a row twice',
    (form) => form.classification.push(form.classification[0]!),
    'classification',
    '分类表里有两行代号一样',
  ],
])('a version that %s is refused beside its field', async (_title, spoil, field, message) => {
  const form = rulebookForm(township);
  spoil(form);
  expect(await officer('six').call('rulebook', 'propose', form)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { [field]: message } },
  });
});

test("an officer of another town neither reads nor decides this one's rules", async () => {
  const elsewhere = township.as(township.holderOf('townOfficer', ['t99'], 'elsewhere'));
  const { version } = await officer('seven').get('rulebook', 'propose', rulebookForm(township));
  for (const action of ['version', 'preview'] as const)
    expect(await elsewhere.call('rulebook', action, { version })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  expect(await elsewhere.call('rulebook', 'decide', { version, decision: 'approve' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect((await elsewhere.get('rulebook', 'current', {})).rulebook.title).toBe(SHIPPED_COVID19.title);
  const [document] = township
    .documents<RulebookDocument>('rulebooks')
    .filter((one) => one.version === version);
  expect(document!.status).toBe('proposed');
});
