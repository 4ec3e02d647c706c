import { rowsOfDraft, rowsOfFile } from '../../../../miniprogram/packages/registration/person-rows';
import { groupDigits, meaningOfNumber } from '../../../../miniprogram/packages/registration/reading-numbers';
import { file, grandson, GRANDMOTHER_ID, head } from '../../support/people';
import { act, listen, render, said, settle, tap, words } from '../../support/render';

const part = (name: string, properties: Record<string, unknown>) =>
  render(`packages/registration/parts/${name}`, properties);

describe('reading numbers', () => {
  it.each([
    ['', ''],
    ['5107', '5107'],
    [GRANDMOTHER_ID, '510703 19550308 2424'],
    ['11010519491231002x', '110105 19491231 002X'],
  ])('%s is read as %s', (number, grouped) => expect(groupDigits(number)).toBe(grouped));

  it('says birthday, sex and age at once, and nothing of a wrong number', () => {
    expect(meaningOfNumber(GRANDMOTHER_ID, '2026-11-22')).toBe('1955年3月8日 · 女 · 71 岁');
    expect(meaningOfNumber('510703195503082420', '2026-11-22')).toBe('');
  });
});

describe('people-list', () => {
  const errors = { 'people.1.papers.number': '请填写身份证号' };

  it('masks numbers on the own phone too', () => {
    const shown = words(part('people-list', { rows: rowsOfDraft([head()], {}, '2026-11-22') }));
    expect(shown).toContain('510***********2424');
    expect(shown).toContain('139****6021');
    expect(shown).not.toContain(GRANDMOTHER_ID);
  });

  it('shows half a number as it is, and says what is missing', () => {
    const rows = rowsOfDraft([head(), grandson({ name: '', number: '51' })], errors, '2026-11-22');
    const shown = words(part('people-list', { rows }));
    expect(shown).toContain('还没写姓名');
    expect(shown).toContain('身份证 51');
    expect(shown).toContain('请填写身份证号');
  });

  it("says where somebody is and what they need, from the village's file", () =>
    expect(rowsOfFile(file().people).map(({ note, tags }) => [note, ...tags])).toEqual([
      ['孙子女 · 男 · 10 岁', '在外务工'],
      ['户主 · 女 · 71 岁', '慢性病'],
    ]));

  it('opens a person only when it is for editing', async () => {
    const rows = rowsOfDraft([head(), grandson()], {}, '2026-11-22');
    const fixed = part('people-list', { rows });
    const quiet = listen(fixed, 'edit');
    await tap(fixed, '.person', 1);
    const editable = part('people-list', { rows, editable: true });
    const edited = listen(editable, 'edit');
    await tap(editable, '.person', 1);
    expect(quiet).not.toHaveBeenCalled();
    expect(edited).toHaveBeenCalledWith({ index: 1 });
  });
});

describe('person-form', () => {
  it('shows at once what an identity number means', () =>
    expect(part('person-form', { person: head(), isHead: true }).data.meaning).toMatch(/^1955年3月8日 · 女/));

  it('says each answer by its name', async () => {
    const form = part('person-form', { person: grandson() });
    const changed = listen(form, 'change');
    await act(form, 'write', said({ value: '周宇' }, { name: 'name' }));
    await act(form, 'choose', said({ chosen: ['child'] }, { name: 'relation' }));
    await act(form, 'chooseCategories', said({ chosen: ['disabled'] }));
    expect(changed.mock.calls.flat()).toEqual([
      { name: 'name', value: '周宇' },
      { name: 'relation', value: 'child' },
      { name: 'careCategories', value: ['disabled'] },
    ]);
  });

  it('does not ask how the head belongs to the head', () => {
    const labels = (isHead: boolean) => part('person-form', { person: head(), isHead }).toJSON();
    expect(JSON.stringify(labels(true))).not.toContain('是户主的什么人');
    expect(JSON.stringify(labels(false))).toContain('是户主的什么人');
  });

  it('keeps a masked number until somebody wants to change it', async () => {
    const person = head({ number: '', papersMask: '510***********2424' });
    const form = part('person-form', { person, isHead: true });
    expect(words(form)).toContain('510***********2424');
    await act(form, 'changePapers');
    expect(words(form)).not.toContain('510***********2424');
  });
});

describe('place-picker', () => {
  const rows = [{ id: 'liuxi', name: '柳溪村', more: true }];
  it('says which place was pressed', async () => {
    const picker = part('place-picker', { status: 'ready', rows });
    const picked = listen(picker, 'pick');
    await tap(picker, '.row');
    expect(picked).toHaveBeenCalledWith({ id: 'liuxi' });
  });
  it('shows the chosen place instead of the list', () => {
    const shown = words(part('place-picker', { place: '柳溪村三组', status: 'ready', rows }));
    expect(shown).toContain('柳溪村三组');
    expect(shown).toContain('换地方');
  });
  it('says that nothing came, and that nothing is lost', () =>
    expect(words(part('place-picker', { status: 'failed' }))).toMatch(/没有加载出来.*都还在/));
});

describe('consent-text', () => {
  it('asks for the guardian only when there is a child', () => {
    expect(words(part('consent-text', { child: false }))).not.toContain('监护人，同意');
    expect(words(part('consent-text', { child: true }))).toContain('监护人，同意');
  });
  it('says which tick was pressed', async () => {
    const text = part('consent-text', { child: true, agreed: true });
    const changed = listen(text, 'change');
    await tap(text, '.tick', 0);
    await tap(text, '.tick', 1);
    expect(changed.mock.calls.flat()).toEqual([
      { name: 'agreed', value: false },
      { name: 'guardian', value: true },
    ]);
  });
});

describe('reason-sheet', () => {
  const sheet = () =>
    part('reason-sheet', { visible: true, ready: ['手机号打不通'], confirmText: '退回修改' });

  it('does not take an empty reason', async () => {
    const asking = sheet();
    const confirmed = listen(asking, 'confirm');
    await act(asking, 'confirm');
    expect(confirmed).not.toHaveBeenCalled();
    expect(asking.data.error).toBe('请写明原因，至少 2 个字');
  });

  it('takes a ready reason, or own words', async () => {
    const asking = sheet();
    const confirmed = listen(asking, 'confirm');
    await act(asking, 'pick', said({}, { reason: '手机号打不通' }));
    await act(asking, 'confirm');
    await act(asking, 'write', said({ value: ' 门牌写错了 ' }));
    await act(asking, 'confirm');
    expect(confirmed.mock.calls.flat()).toEqual([{ reason: '手机号打不通' }, { reason: '门牌写错了' }]);
  });

  it('forgets the last reason when it is opened again', async () => {
    const asking = sheet();
    await act(asking, 'pick', said({}, { reason: '手机号打不通' }));
    asking.setData({ visible: false });
    asking.setData({ visible: true });
    await settle();
    expect(asking.data.reason).toBe('');
  });
});

describe('step-bar', () => {
  it('says where one is and what comes next', () =>
    expect(words(part('step-bar', { step: 1, names: ['村组', '门牌', '户主'] }))).toBe(
      '第 2 步，共 3 步下一步：户主',
    ));
});
