import { listen, render, tap, words } from '../support/render';

const options = [
  { value: 'owner', text: '自家的房' },
  { value: 'tenant', text: '租的房' },
];
const choices = (more: Record<string, unknown>) =>
  render('components/choices', { label: '房子是', options, ...more });

describe('choices', () => {
  it('marks the chosen answer with a corner, not only with a colour', () => {
    const shown = choices({ chosen: ['tenant'] });
    expect(shown.querySelectorAll('.corner')).toHaveLength(1);
    expect(shown.querySelectorAll('.option-on')[0]?.dom.textContent).toContain('租的房');
  });

  it('says the one answer that was pressed', async () => {
    const shown = choices({ chosen: ['owner'] });
    const changed = listen(shown, 'change');
    await tap(shown, '.option', 1);
    expect(changed).toHaveBeenCalledWith({ chosen: ['tenant'] });
  });

  it('adds and takes off answers when several may be chosen', async () => {
    const shown = choices({ chosen: ['owner'], multiple: true });
    const changed = listen(shown, 'change');
    await tap(shown, '.option', 1);
    expect(changed).toHaveBeenLastCalledWith({ chosen: ['owner', 'tenant'] });
    await tap(shown, '.option', 0);
    expect(changed).toHaveBeenLastCalledWith({ chosen: [] });
  });

  it('shows what is wrong in place of the hint', () => {
    const shown = words(choices({ hint: '没有就不选', error: '请选择自家的房还是租的房' }));
    expect(shown).toContain('请选择自家的房还是租的房');
    expect(shown).not.toContain('没有就不选');
  });
});
