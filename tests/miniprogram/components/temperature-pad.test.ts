import { listen, render, tap, words } from '../support/render';

const pad = (digits: string, more: Record<string, unknown> = {}) =>
  render('components/temperature-pad', { digits, feverFrom: 37.3, when: '3月12日 晚上', ...more });

describe('the temperature keypad', () => {
  it('has ten digits, 清空 and 删除, and no decimal point', () => {
    const keys = pad('')
      .querySelectorAll('.key')
      .map(({ dom }) => dom.textContent.trim());
    expect(keys).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '清空', '0', '删除']);
  });

  it('says what stands there after a key', async () => {
    const shown = pad('36');
    const heard = listen(shown, 'change');
    await tap(shown, '.key', 6);
    expect(heard).toHaveBeenLastCalledWith({ digits: '367' });
    await tap(shown, '.key', 11);
    expect(heard).toHaveBeenLastCalledWith({ digits: '3' });
    await tap(shown, '.key', 9);
    expect(heard).toHaveBeenLastCalledWith({ digits: '' });
  });

  it('says nothing where a key changes nothing', async () => {
    const shown = pad('367');
    const heard = listen(shown, 'change');
    await tap(shown, '.key', 0);
    expect(heard).not.toHaveBeenCalled();
  });

  it.each([
    ['367', '36.7', '正常', 'green'],
    ['378', '37.8', '偏高', 'red'],
    ['450', '45.0', '再量一次', 'red'],
    ['340', '34.0', '偏低', 'amber'],
    ['36', '36.', '接着按', 'grey'],
    ['', '--.-', '请按数字', 'grey'],
  ])('%p reads %s, %s', (digits, figure, meaning, tone) => {
    const shown = pad(digits);
    expect(words(shown)).toContain(figure);
    expect(words(shown)).toContain(meaning);
    expect(shown.querySelectorAll(`.figure-${tone}`)).toHaveLength(1);
  });

  it('names the slot, and what is missing', () => {
    const shown = words(pad('', { error: '请按完三个数字' }));
    expect(shown).toContain('3月12日 晚上');
    expect(shown).toContain('请按完三个数字');
  });
});
