import { answerCard, heardText, toldText } from '../../../../miniprogram/packages/rumours/rumour-words';
import {
  blankReport,
  OTHER_GROUP,
  reportForm,
  wrongReport,
} from '../../../../miniprogram/packages/rumours/report/report-draft';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { handled, myRumour, NOW, refuted } from './views';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

test.each([
  ['nothing', {}, ['text']],
  ['three words', { text: '封路了' }, ['text']],
  ['a picture alone', { picture: 'cloud://e/rumours/a.jpg' }, []],
  ['words alone', { text: '听说要封路' }, []],
  ['a sign that nobody sees', { text: '听说要\u202e封路' }, ['text']],
])('a report of %s', (_, changes, wrong) => {
  expect(Object.keys(wrongReport({ ...blankReport, ...changes }))).toEqual(wrong);
});

test('a group that is offered goes by what it is, another one by its name', () => {
  const groups = [{ groupId: 'w1', name: '柳溪村大家庭' }];
  const draft = { ...blankReport, text: ' 听说要\n封路 ', heard: 'group' as const };
  expect(reportForm({ ...draft, groupId: 'w1' }, groups)).toMatchObject({
    text: '听说要 封路',
    groupId: 'w1',
    group: '柳溪村大家庭',
    picture: null,
  });
  expect(reportForm({ ...draft, groupId: OTHER_GROUP, group: '买菜群 ' }, groups)).toMatchObject({
    groupId: null,
    group: '买菜群',
  });
});

test('what came of it is said in words, and leads to the refutation with its key', () => {
  expect(answerCard(null, NOW)).toBeNull();
  expect(answerCard(handled, NOW)).toMatchObject({ tag: '已答复', words: '核实过了，没有这回事', url: '' });
  expect(answerCard(refuted(), NOW)).toMatchObject({
    tag: '已辟谣',
    url: '/packages/notices/notice/index?noticeId=n1&key=key',
  });
  expect(answerCard(refuted({ status: 'withdrawn', shareKey: null }), NOW)).toMatchObject({
    tag: '辟谣撤回了',
    url: '/packages/notices/notice/index?noticeId=n1',
  });
  expect(toldText(myRumour({ text: '', hasPicture: true }))).toContain('截图');
  expect(heardText(myRumour())).toBe('在“三组乡亲群”里看到的');
  expect(heardText(myRumour({ heard: null }))).toBe('');
});

describe('the form', () => {
  const open = async () => {
    phone.answers({ groups: [] });
    phone.answers({ offers: [] });
    const page = render('packages/rumours/report');
    await act(page, 'onLoad');
    await settle();
    return page;
  };

  test('what is missing is said beside it, and nothing is sent', async () => {
    const page = await open();
    await act(page, 'submit');
    expect(words(page)).toContain('至少 4 个字');
    expect(phone.calls.map(({ action }) => action)).not.toContain('report');
  });

  test('sends once, forgets the draft and shows what I told of', async () => {
    const page = await open();
    await act(page, 'onField', said({ value: '听说明天要封路' }, { path: 'text' }));
    await act(page, 'choosePlace', said({ chosen: ['talk'] }));
    phone.answers(myRumour());
    await Promise.all([act(page, 'submit'), act(page, 'submit')]);
    const sent = phone.calls.filter(({ action }) => action === 'report');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.input).toMatchObject({ text: '听说明天要封路', heard: 'talk', picture: null });
    expect(phone.went).toContain('redirectTo ../mine/index?told=1');
    expect([...phone.storage.keys()]).not.toContain('draft:rumour');
  });

  test('what was written is there again; a refusal stands in the dock', async () => {
    const page = await open();
    await act(page, 'onField', said({ value: '听说明天要封路' }, { path: 'text' }));
    await settle(450);
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记。请先给自家登记' });
    await act(page, 'submit');
    expect(words(page)).toContain('您还没有登记');
    const again = await open();
    expect(again.data).toMatchObject({ draft: { text: '听说明天要封路' } });
  });
});
