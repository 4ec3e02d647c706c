import { squaresOf, wordsOf } from '../../../miniprogram/components/stay-squares/squares';
import {
  begin,
  goOn,
  inBox,
  isSigned,
  strokesOf,
} from '../../../miniprogram/components/signature-pad/strokes';
import { holdPhone } from '../support/phone';
import { act, listen, render, tap, words } from '../support/render';

beforeEach(() => holdPhone());

describe('stay-squares', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];

  it('shows a missing day, whose day is whose, and the day of a move', () => {
    const squares = squaresOf(days, [
      { from: '2026-02-20', to: '2026-03-02' },
      { from: '2026-03-04', to: '2026-03-05' },
      { from: '2026-03-05', to: '2026-03-05' },
    ]);
    expect(squares.map(({ kind }) => kind)).toEqual(['odd', 'odd', 'missing', 'even', 'both']);
    expect(squares.map(({ number }) => number)).toEqual(['1', '', '', '2', '3']);
    expect(wordsOf(squares)).toBe('共 5 天，还缺 1 天：3月3日');
  });

  it('says the ends and how many are missing', () => {
    const shown = words(
      render('components/stay-squares', {
        arrivalDate: '2026-03-12',
        lookBackDays: 14,
        stays: [{ from: '2026-02-27', to: '2026-03-08' }],
      }),
    );
    expect(shown).toMatch(/2月27日.*缺 4 天.*3月12日/);
  });

  it('says when every day is told of', () =>
    expect(wordsOf(squaresOf(days, [{ from: '2026-03-01', to: '2026-03-05' }]))).toBe(
      '共 5 天，每天都写到了',
    ));
});

describe('signature-pad', () => {
  const touch = (x: number, y: number) => ({ touches: [{ x, y }] });

  it('writes strokes as a path in its box, whatever the screen measures', () => {
    expect(inBox({ x: 356, y: 200 }, { width: 712, height: 356 })).toEqual({ x: 160, y: 90 });
    expect(inBox({ x: -5, y: 999 }, { width: 320, height: 160 })).toEqual({ x: 0, y: 160 });
    const path = goOn(goOn(begin('', { x: 1, y: 2 }), { x: 2, y: 2 }), { x: 30, y: 2 });
    expect(path).toBe('M1 2L30 2');
    expect(strokesOf(`${path}M5 5`)).toEqual([[{ x: 1, y: 2 }, { x: 30, y: 2 }], [{ x: 5, y: 5 }]]); // prettier-ignore
    const full = 'M1 1'.repeat(8_000);
    expect(begin(full, { x: 1, y: 1 })).toBe(full);
    expect(goOn(full, { x: 9, y: 9 })).toBe(full);
  });

  it.each([
    ['', false],
    ['M10 10', false],
    ['M10 10L20 10', false],
    ['M10 10L50 10M10 30L50 30', true],
  ])('%s is signed: %s', (path, signed) => expect(isSigned(path)).toBe(signed));

  it('says the path when the finger leaves, and nothing when it is cleared', async () => {
    const pad = render('components/signature-pad');
    const changed = listen(pad, 'change');
    await act(pad, 'down', touch(10, 10));
    await act(pad, 'move', touch(60, 40));
    await act(pad, 'move', { touches: [] });
    await act(pad, 'up');
    await act(pad, 'clear');
    expect(changed.mock.calls.flat()).toEqual([{ value: 'M10 10L60 40' }, { value: '' }]);
  });

  it('says what is wrong', () =>
    expect(words(render('components/signature-pad', { error: '请签名' }))).toContain('请签名'));
});

describe('division-picker', () => {
  const picker = (more: object = {}) =>
    render('components/division-picker', {
      visible: true,
      title: '住在哪里',
      status: 'ready',
      rows: [{ code: '510107', name: '武侯区', note: '四川省 成都市', more: false }],
      abroad: true,
      ...more,
    });

  it('says which row was pressed, and where the levels lead back to', async () => {
    const sheet = picker({ crumbs: [{ code: '510000', name: '四川省' }], whole: '四川省' });
    const heard = { pick: listen(sheet, 'pick'), up: listen(sheet, 'up'), whole: listen(sheet, 'whole') };
    await tap(sheet, '.place', 0);
    await tap(sheet, '.place', 1);
    await tap(sheet, '.crumb', 0);
    expect(heard.whole).toHaveBeenCalledTimes(1);
    expect(heard.pick).toHaveBeenCalledWith({ code: '510107' });
    expect(heard.up).toHaveBeenCalledWith({ index: -1 });
  });

  it('offers a country where 境外 may be chosen', async () => {
    const sheet = picker();
    const taken = listen(sheet, 'abroad');
    await tap(sheet, '.part', 1);
    expect(words(sheet)).toContain('哪个国家或地区');
    await tap(sheet, '.sheet-button');
    expect(taken).toHaveBeenCalled();
    expect(words(picker({ abroad: false }))).not.toContain('境外');
  });

  it('says that nothing was found, or that the list did not come', () => {
    expect(words(picker({ text: '武当', rows: [] }))).toContain('没有找到“武当”');
    expect(words(picker({ status: 'failed' }))).toContain('没有加载出来');
  });
});
