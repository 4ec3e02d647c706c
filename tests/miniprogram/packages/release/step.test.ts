import type { ReleaseView } from '../../../../cloudfunctions/contracts/index';
import { recordDays } from '../../../../miniprogram/packages/release/step/view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';

type Slot = ReleaseView['slots'][number];
const slot = (date: string, half: 'am' | 'pm', more: Partial<Slot> = {}): Slot => ({
  date,
  half,
  state: 'reported',
  temperature: 36.5,
  abnormal: false,
  explanation: null,
  ...more,
});
const view = (more: Partial<ReleaseView> = {}): ReleaseView => ({
  observationId: 'd1:1',
  version: 4,
  name: '周敏',
  sex: 'female',
  papersMask: '511***********2428',
  place: '青禾镇 柳溪村 三组',
  measure: 'homeObservation',
  days: 14,
  firstDate: '2022-02-26',
  lastDate: '2022-03-11',
  slots: [
    slot('2022-02-26', 'am'),
    slot('2022-02-26', 'pm', {
      state: 'missed',
      temperature: null,
      explanation: { text: '手机没电，网格员确认在家', byName: '张丽' },
    }),
  ],
  tests: [
    { day: 1, date: '2022-02-26', done: { date: '2022-02-26', place: '镇卫生院', result: 'negative' } },
  ],
  counts: { normalTemperatures: 28, negativeTests: 3, abnormal: 0 },
  pauses: [],
  extensions: [],
  obstacles: [],
  status: 'none',
  history: [],
  certificateId: null,
  mine: { step: 'propose', whyNot: '' },
  ...more,
});
const event = { what: 'propose' as const, name: '张丽', role: 'gridMember' as const, at: '2022-03-12T09:00:00+08:00', reason: null }; // prettier-ignore

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  const page = render('packages/release/step');
  await act(page, 'onLoad', { id: 'd1%3A1' });
  await settle();
  return page;
};

test('shows the whole record with its gaps and reasons, and the button says what one attests', async () => {
  phone.answers(view());
  const page = await open();
  expect(phone.calls[0]).toEqual({ name: 'release', action: 'show', input: { observationId: 'd1:1' } });
  const text = words(page);
  for (const part of [
    '周敏',
    '柳溪村三组',
    '36.5',
    '漏报的原因',
    '手机没电，网格员确认在家（张丽写）',
    '阴性',
    '记录齐全，提出解除',
    '没有隐瞒',
  ])
    // prettier-ignore
    expect(text).toContain(part);
  expect(text).not.toContain('退回');
});

test('what stands in the way is said, and pressing sends nothing', async () => {
  phone.answers(view({ obstacles: [{ kind: 'missed', words: '3月1日 早上漏报，还没有写明原因' }] }));
  const page = await open();
  expect(words(page)).toContain('3月1日 早上漏报，还没有写明原因');
  await act(page, 'take');
  expect(phone.calls).toHaveLength(1);
});

test.each([
  ['propose', 'none', '记录齐全，提出解除'],
  ['check', 'proposed', '记录属实，审核通过'],
  ['approve', 'checked', '批准解除，发证明'],
] as const)('the step %s sends what was seen, and shows how it stands then', async (step, status, button) => {
  phone.answers(view({ status, mine: { step, whyNot: '' } }));
  const page = await open();
  expect(words(page)).toContain(button);
  phone.answers(
    view({ version: 5, status: 'approved', certificateId: 'c1', mine: { step: null, whyNot: '' } }),
  );
  await act(page, 'take');
  expect(phone.calls[1]).toMatchObject({ action: step, input: { observationId: 'd1:1', version: 4 } });
  expect(words(page)).toContain('看期满证明');
  await act(page, 'openCertificate');
  expect(phone.went.at(-1)).toBe('navigateTo ../certificate/index?id=c1&staff=1&revoke=1');
});

test('a return asks for its reason, and the next act is another one', async () => {
  phone.answers(view({ status: 'proposed', history: [event], mine: { step: 'check', whyNot: '' } }));
  const page = await open();
  expect(words(page)).toContain('张丽（网格员）');
  const requestId = page.data.requestId as string;
  phone.answers(
    view({
      status: 'returned',
      history: [
        event,
        { ...event, what: 'return', role: 'townOfficer', name: '何静', reason: '核酸报告没有附上' },
      ],
      mine: { step: null, whyNot: '' },
    }),
  );
  await act(page, 'onReason', said({ reason: '核酸报告没有附上' }));
  expect(phone.calls[1]).toMatchObject({
    action: 'sendBack',
    input: { reason: '核酸报告没有附上', requestId },
  });
  expect(words(page)).toContain('核酸报告没有附上');
  expect(words(page)).toContain('退回了，等村里再提出');
  expect(page.data.requestId).not.toBe(requestId);
});

test('a refusal is told, and how it stands now is shown', async () => {
  phone.answers(view());
  const page = await open();
  phone.refuses({ code: 'CONFLICT', message: '记录刚有变动，请看过最新内容再办' });
  phone.answers(view({ version: 9, obstacles: [{ kind: 'alerts', words: '有 1 个异常还没有办结' }] }));
  await act(page, 'take');
  await settle();
  expect(phone.modals).toEqual([{ title: '没有办成', content: '记录刚有变动，请看过最新内容再办' }]);
  expect(words(page)).toContain('有 1 个异常还没有办结');
  expect(page.data.version).toBe(9);
});

test('whoever took a step before sees why the next is not theirs', async () => {
  phone.answers(
    view({ status: 'proposed', mine: { step: null, whyNot: '前面一步是您办的。三步要由三个不同的人来办' } }),
  );
  const page = await open();
  expect(words(page)).toContain('三步要由三个不同的人来办');
  expect(words(page)).not.toContain('审核通过');
});

test.each<[Partial<Slot>, { text: string; tone: string }]>([
  [{}, { text: '36.5', tone: 'normal' }],
  [{ state: 'late' }, { text: '36.5', tone: 'amber' }],
  [{ state: 'proxied' }, { text: '36.5', tone: 'amber' }],
  [
    { temperature: 38.2, abnormal: true },
    { text: '38.2', tone: 'red' },
  ],
  [
    { state: 'missed', temperature: null },
    { text: '漏报', tone: 'red' },
  ],
  [
    { state: 'missed', temperature: null, explanation: { text: '停电', byName: '张丽' } },
    { text: '漏报', tone: 'grey' },
  ],
  [
    { state: 'paused', temperature: null },
    { text: '暂停', tone: 'grey' },
  ],
  [
    { state: null, temperature: null },
    { text: '没记录', tone: 'red' },
  ],
])('a slot %j reads %j', (more, cell) => {
  const [day] = recordDays([slot('2022-02-26', 'pm', more)]);
  expect(day!.pm).toMatchObject(cell);
  expect(day!.am).toMatchObject({ text: '', words: '不用报' });
});
