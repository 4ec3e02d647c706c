import { groupDigits, meaningOfNumber } from '../../../miniprogram/shared/reading-numbers';
import { GRANDMOTHER_ID } from '../support/people';

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
