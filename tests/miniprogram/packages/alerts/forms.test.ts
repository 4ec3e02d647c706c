import { checkAssessment } from '../../../../miniprogram/packages/alerts/assess/check';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { alertView } from './samples';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async (name: string, changes: Parameters<typeof alertView>[0] = {}) => {
  if (name === 'refer') phone.answers({ clinics: ['县人民医院发热门诊'] });
  phone.answers(alertView(changes));
  const page = render(`packages/alerts/${name}`);
  await act(page, 'onLoad', { alertId: 'a1' });
  return page;
};

it.each([
  ['', ''],
  ['37.8', ''],
  ['38', ''],
  ['37,8', '体温写成'],
  ['378', '体温写成'],
  ['29.9', '不会这么低'],
  ['43.1', '不会这么高'],
])('a temperature written as “%s” is right or says what is wrong: %s', (temperature, wrong) => {
  const errors = checkAssessment({ finding: 'suspected', temperature, words: '咳得厉害' });
  expect(errors.temperature ?? '').toContain(wrong);
  expect(Object.keys(errors)).toHaveLength(wrong === '' ? 0 : 1);
});

it('a judgement is sent with the version that was seen, once', async () => {
  const page = await open('assess', { status: 'acknowledged' });
  await act(page, 'confirm');
  expect(page.data.errors).toEqual({ finding: '请选择判断结果', words: '请填写看到的情况' });
  await act(page, 'choose', said({ chosen: ['suspected'] }));
  await act(page, 'writeTemperature', said({ value: '38.4' }));
  await act(page, 'write', said({ value: ' 咳得厉害 ' }));
  phone.answers({});
  await Promise.all([act(page, 'confirm'), act(page, 'confirm')]);
  const sent = phone.calls.filter(({ action }) => action === 'assess');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.input).toMatchObject({
    alertId: 'a1',
    version: 3,
    finding: 'suspected',
    temperature: 38.4,
    words: '咳得厉害',
  });
  expect(phone.went).toEqual(['navigateBack']);
});

it('what was refused stays on the page, in words', async () => {
  const page = await open('assess', { status: 'acknowledged' });
  await act(page, 'choose', said({ chosen: ['keepWatching'] }));
  await act(page, 'write', said({ value: '精神还好' }));
  phone.refuses({ code: 'CONFLICT', message: '别人刚处理过，请看过最新的情况再办' });
  await act(page, 'confirm');
  expect(words(page)).toContain('别人刚处理过');
  expect(phone.went).toEqual([]);
});

it('a referral offers the town’s clinics, and needs somebody who goes along', async () => {
  const page = await open('refer', { status: 'assessed', finding: 'suspected' });
  expect(page.data.clinics).toEqual([{ value: '县人民医院发热门诊', text: '县人民医院发热门诊' }]);
  await act(page, 'pick', said({ chosen: ['县人民医院发热门诊'] }, { box: 'hospital' }));
  await act(page, 'pick', said({ chosen: ['救护车'] }, { box: 'transport' }));
  await act(page, 'confirm');
  expect(page.data.errors).toEqual({ escort: '请填写谁护送' });
  await act(page, 'write', said({ value: '张丽' }, { box: 'escort' }));
  await act(page, 'chooseTime', said({ value: '17:20' }));
  phone.answers({});
  await act(page, 'confirm');
  expect(phone.calls.at(-1)?.input).toMatchObject({
    hospital: '县人民医院发热门诊',
    transport: '救护车',
    escort: '张丽',
    leavesAt: expect.stringMatching(/T17:20:00\+08:00$/) as string,
  });
});

const outcomesOn = (page: ReturnType<typeof render>) =>
  (page.data.outcomes as { text: string }[]).map(({ text }) => text);

it('only somebody who was sent to a clinic can be closed as confirmed', async () => {
  const watched = await open('close', { status: 'assessed', finding: 'keepWatching' });
  expect(outcomesOn(watched)).toEqual(['排除', '好转']);
  const sent = await open('close', { status: 'assessed', finding: 'suspected' });
  expect(outcomesOn(sent)).toEqual(['排除', '确诊', '好转']);
  await act(sent, 'choose', said({ chosen: ['confirmed'] }));
  await act(sent, 'confirm');
  expect(sent.data.errors).toEqual({ words: '请填写结果说明' });
  await act(sent, 'write', said({ value: '县里确诊，住院' }));
  phone.answers({});
  await act(sent, 'confirm');
  expect(phone.calls.at(-1)).toMatchObject({ action: 'close', input: { outcome: 'confirmed' } });
});

it('the office adds a clinic and takes one off', async () => {
  phone.answers({ clinics: ['县人民医院'] });
  const page = render('packages/alerts/clinics');
  await act(page, 'load');
  await act(page, 'add');
  expect(page.data.errors).toEqual({ name: '请填写发热门诊' });
  await act(page, 'write', said({ value: '县中医院' }));
  phone.answers({ clinics: ['县人民医院', '县中医院'] });
  await act(page, 'add');
  expect(phone.calls.at(-1)?.input).toEqual({ clinics: ['县人民医院', '县中医院'] });
  phone.answers({ clinics: ['县中医院'] });
  await act(page, 'remove', said({}, { index: 0 }));
  expect(phone.calls.at(-1)?.input).toEqual({ clinics: ['县中医院'] });
});

it('a family reads what happens next, in plain words', async () => {
  phone.answers({
    alerts: [
      {
        alertId: 'a1',
        name: '王桂英',
        temperature: 38.2,
        symptoms: ['fatigue'],
        other: '',
        raisedAt: new Date().toISOString(),
        isOpen: true,
        next: '村医 16:40 接了，会来看',
      },
    ],
  });
  const page = render('packages/alerts/mine');
  await act(page, 'load');
  expect(words(page)).toContain('王桂英 没力气 38.2℃');
  expect(words(page)).toContain('村医 16:40 接了，会来看');
});
