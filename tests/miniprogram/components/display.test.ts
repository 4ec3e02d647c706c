import { drawIcon } from '../../../miniprogram/components/icon/drawings';
import { listen, render, act, tap, words } from '../support/render';

describe('icon', () => {
  it('is an SVG image in the tone asked for', () => {
    const source = decodeURIComponent(drawIcon('house', 'amber'));
    expect(source).toContain('data:image/svg+xml');
    expect(source).toContain('#8f5200');
    expect(source).not.toMatch(/<[a-z]+ T /);
  });

  it('draws nothing for a name it does not have', () => expect(drawIcon('unicorn', 'brand')).toBe(''));

  it('changes with its name', () => {
    const icon = render('components/icon', { name: 'house' });
    const before = icon.data.source as string;
    icon.setData({ name: 'phone' });
    expect(icon.data.source).not.toBe(before);
  });
});

describe('page-state', () => {
  it('says that something is loading', () =>
    expect(words(render('components/page-state', { state: 'loading' }))).toContain('正在加载'));

  it('offers another try and a person to call when nothing came', async () => {
    const failed = render('components/page-state', { state: 'failed', callName: '张丽' });
    expect(words(failed)).toContain('没有加载出来');
    const retried = listen(failed, 'retry');
    const called = listen(failed, 'call');
    await tap(failed, '.way-out');
    await tap(failed, '.link');
    expect([retried.mock.calls.length, called.mock.calls.length]).toEqual([1, 1]);
  });

  it('offers no call when nobody is known', () =>
    expect(words(render('components/page-state', { state: 'failed' }))).not.toContain('打电话'));

  it('draws the village on an empty page', () => {
    const empty = render('components/page-state', { state: 'empty', title: '都核实完了' });
    expect(words(empty)).toContain('都核实完了');
    expect(empty.dom.innerHTML).toContain('ca-village');
  });
});

describe('coverage-card', () => {
  const rows = [
    { gridId: 'a', name: '三组', percent: 80, missing: 9, known: 45 },
    { gridId: 'b', name: '一组', percent: 100, missing: 0, known: 48 },
  ];
  it('says how many are missing, and 齐了 where none is', () => {
    const card = render('components/coverage-card', { rows, known: 93, missing: 9 });
    expect(words(card)).toMatch(/应登记 93 户，还差 9 户.*三组.*差 9 户.*一组.*齐了/);
    expect(card.dom.innerHTML.match(/bar-full/g)).toHaveLength(1);
  });
  it('says 齐了 in its head when no household is missing', () =>
    expect(words(render('components/coverage-card', { rows: rows.slice(1), known: 48 }))).toContain(
      '应登记 48 户，齐了',
    ));
});

describe('date-field', () => {
  it('shows the day as people say it, and says which was chosen', async () => {
    const field = render('components/date-field', { label: '出生日期', value: '1955-03-08' });
    expect(words(field)).toContain('1955年3月8日');
    const changed = listen(field, 'change');
    await act(field, 'onChange', { detail: { value: '1956-01-02' } });
    expect(changed).toHaveBeenCalledWith({ value: '1956-01-02' });
  });
  it('asks for a day while there is none', () =>
    expect(words(render('components/date-field', { label: '出生日期' }))).toContain('选日期'));
});

describe('sign-in', () => {
  it("hands on WeChat's code", async () => {
    const entry = render('components/sign-in');
    const code = listen(entry, 'code');
    await act(entry, 'onPhone', { detail: { code: 'abc' } });
    expect(code).toHaveBeenCalledWith({ code: 'abc' });
  });
  it('says so when the number was not given', async () => {
    const entry = render('components/sign-in');
    const [code, refused] = [listen(entry, 'code'), listen(entry, 'refused')];
    await act(entry, 'onPhone', { detail: { errMsg: 'getPhoneNumber:fail user deny' } });
    expect([code.mock.calls.length, refused.mock.calls.length]).toEqual([0, 1]);
  });
  it('does not send a second code while one is on its way', async () => {
    const entry = render('components/sign-in', { busy: true });
    const code = listen(entry, 'code');
    await act(entry, 'onPhone', { detail: { code: 'abc' } });
    expect(code).not.toHaveBeenCalled();
  });
});

describe('rows of a spreadsheet to look at', () => {
  const cards = [{ key: '.0', place: '第 3 行 · 证件号码', message: '身份证号不对', tone: 'red' }];

  it('are named by row and column, and end where they end', () =>
    expect(words(render('components/sheet-faults', { cards }))).toContain(
      '第 3 行 · 证件号码身份证号不对就这些了',
    ));

  it('whose rest did not come are asked for again', async () => {
    const rows = render('components/sheet-faults', { cards, next: '7', more: 'failed' });
    const more = listen(rows, 'more');
    await tap(rows, '.link');
    expect(more).toHaveBeenCalledTimes(1);
  });
});
