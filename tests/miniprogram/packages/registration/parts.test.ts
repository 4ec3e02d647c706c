import { rowsOfDraft, rowsOfFile } from '../../../../miniprogram/packages/registration/person-rows';
import { file, grandson, GRANDMOTHER_ID, head } from '../../support/people';
import { act, listen, render, said, tap, words } from '../../support/render';

const part = (name: string, properties: Record<string, unknown>) =>
  render(`packages/registration/parts/${name}`, properties);

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
