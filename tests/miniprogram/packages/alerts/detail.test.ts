import type { AlertView } from '../../../../cloudfunctions/contracts/index';
import { detailView } from '../../../../miniprogram/packages/alerts/detail/view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { alertView } from './samples';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async (alert: AlertView) => {
  phone.answers(alert);
  const page = render('packages/alerts/detail');
  await act(page, 'onLoad', { alertId: encodeURIComponent('a1') });
  return page;
};
const done = { byName: '孙秀梅（村医）', at: '2026-11-21T17:00:00+08:00' };

it('shows the person, the door, the readings and the story, and one thing to do', async () => {
  const page = await open(alertView());
  for (const text of ['王桂英 发热 38.2℃', '女 · 71 岁', '27 号（王大山家，3 口人）', '11月20日晚上', '没报'])
    expect(words(page)).toContain(text);
  expect(page.querySelectorAll('.button-red')).toHaveLength(1);
  expect(words(page)).toContain('我来处理');
});

it('takes the alert with one tap; who comes second reads who was first', async () => {
  const page = await open(alertView());
  phone.refuses({ code: 'CONFLICT', message: '李梅（村医） 16:40 已经接了' });
  phone.answers(alertView({ status: 'acknowledged', takenBy: '李梅（村医）', steps: ['reportUp'] }));
  await act(page, 'press', said({}, { step: 'acknowledge' }));
  expect(words(page)).toContain('李梅（村医）已接');
  expect(phone.calls.map(({ action }) => action)).toEqual(['show', 'acknowledge', 'show']);
});

it('asks before it says that the town was told', async () => {
  const page = await open(alertView({ status: 'acknowledged', steps: ['reportUp'] }));
  phone.confirms(false);
  await act(page, 'press', said({}, { step: 'reportUp' }));
  expect(phone.calls).toHaveLength(1);
  phone.confirms(true);
  phone.answers(alertView({ status: 'acknowledged', reportedAt: done.at, steps: [] }));
  await act(page, 'press', said({}, { step: 'reportUp' }));
  expect(phone.calls[1]).toMatchObject({ action: 'reportUp', input: { alertId: 'a1' } });
  expect(words(page)).toContain('已报镇里');
});

it('dials a number that the page never shows', async () => {
  const page = await open(alertView());
  phone.answers({ phone: '15400000001' });
  await act(page, 'call', said({}, { whose: 'person' }));
  expect(phone.dialled).toEqual(['15400000001']);
  expect(words(page)).not.toContain('15400000001');
});

it('opens the form of the step', async () => {
  const page = await open(alertView({ status: 'acknowledged', steps: ['assess', 'reportUp'] }));
  await act(page, 'press', said({}, { step: 'assess' }));
  expect(phone.went).toEqual(['navigateTo ../assess/index?alertId=a1']);
});

describe('what is to do', () => {
  const now = Date.now();
  it.each<[string, Partial<AlertView>, string | null, string[], string]>([
    ['nobody took it', {}, '我来处理', [], ''],
    ['it is a grid member who looks', { steps: [] }, null, [], '等村医、网格长或镇防控办来接'],
    [
      'it was taken',
      { status: 'acknowledged', steps: ['assess', 'reportUp'] },
      '量体温、判断',
      ['已报镇里'],
      '',
    ],
    ['a leader waits', { status: 'acknowledged', steps: [] }, null, [], '等村医量体温、判断'],
    [
      'it is suspected',
      {
        status: 'assessed',
        assessment: { finding: 'suspected', temperature: 38.4, words: '咳', ...done },
        steps: ['refer', 'assess'],
      },
      '送发热门诊',
      ['再判断一次'],
      '',
    ],
    [
      'a leader can only report what the doctor has yet to judge',
      { status: 'acknowledged', steps: ['reportUp'] },
      '已报镇里',
      [],
      '等村医量体温、判断',
    ],
    ['it is over', { status: 'closed', steps: [] }, null, [], ''],
  ])('when %s', (_, changes, primary, others, waiting) => {
    const view = detailView(alertView(changes), now);
    expect(view.primary?.text ?? null).toBe(primary);
    expect(view.others.map(({ text }) => text)).toEqual(others);
    expect(view.waiting).toBe(waiting);
  });
});

it('has the head to call beside the person, once where they are the same', () => {
  expect(detailView(alertView(), 0).callees.map(({ whose }) => whose)).toEqual(['person', 'head']);
  const same = alertView({
    person: { personId: 'p1', sex: 'male', age: 50, phoneMask: '154****0002' },
  });
  expect(detailView(same, 0).callees.map(({ whose }) => whose)).toEqual(['person']);
});
