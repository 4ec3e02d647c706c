import { act, listen, render, words } from '../support/render';

const field = (more: Record<string, unknown> = {}) => render('components/field', { label: '姓名', ...more });
const typed = (value: string) => ({ detail: { value } });

describe('field', () => {
  it('says each letter that is typed', async () => {
    const shown = field();
    const changed = listen(shown, 'change');
    await act(shown, 'onInput', typed('李'));
    expect(changed).toHaveBeenCalledWith({ value: '李' });
  });

  it('does not let a late echo swallow what was typed since', async () => {
    const shown = field({ value: '' });
    await act(shown, 'onFocus');
    await act(shown, 'onInput', typed('李建国'));
    shown.setData({ value: '李' });
    expect(shown.data.shown).toBe('');
    await act(shown, 'onBlur', typed('李建国'));
    expect(shown.data.shown).toBe('李建国');
  });

  it('shows a value that comes from elsewhere', () => {
    const shown = field({ value: '12 号' });
    shown.setData({ value: '15 号' });
    expect(shown.data.shown).toBe('15 号');
  });

  it('says what is wrong right below the box, and nothing else there', () => {
    const text = words(field({ error: '请填写姓名', hint: '和身份证上一样', meaning: '好' }));
    expect(text).toContain('请填写姓名');
    expect(text).not.toContain('和身份证上一样');
  });

  it('says what a right answer means', () => {
    expect(words(field({ meaning: '1955年3月8日 · 女', hint: '18 位' }))).toContain('1955年3月8日 · 女');
  });
});
