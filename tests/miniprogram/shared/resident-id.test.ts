import { completeResidentId, isResidentId, readResidentId } from '../../../miniprogram/shared/resident-id';

/** The examples of GB 11643 itself, and made-up people. */
const valid = ['11010519491231002X', '440524188001010014', completeResidentId('51070319550308242')];

describe('isResidentId', () => {
  it.each(valid)('accepts %s', (id) => expect(isResidentId(id)).toBe(true));

  it('accepts a lower-case x, as many keyboards give it', () =>
    expect(isResidentId('11010519491231002x')).toBe(true));

  it.each([
    ['an empty box', ''],
    ['a wrong check digit', '110105194912310021'],
    ['X where a digit belongs', '440524188001010O14'],
    ['two digits swapped', '110105194912130022'],
    ['17 digits', '11010519491231002'],
    ['19 digits', '11010519491231002X1'],
    ['the old number of 15 digits', '110105491231002'],
    ['blanks inside', '110105 19491231 002X'],
    ['a division that begins with 0', completeResidentId('01010519491231002')],
    ['a birthday in the 21st century’s end', completeResidentId('11010521491231002')],
    ['month 13', completeResidentId('11010519491331002')],
    ['31 April', completeResidentId('11010519490431002')],
    ['full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
  ])('refuses %s', (_, id) => expect(isResidentId(id)).toBe(false));

  it.each([
    ['29 February 2000: divisible by 400', '11010520000229001', true],
    ['29 February 1996: an ordinary leap year', '11010519960229001', true],
    ['29 February 1900: divisible by 100 only', '11010519000229001', false],
    ['29 February 2001: no leap year', '11010520010229001', false],
  ])('%s', (_, first17, right) => expect(isResidentId(completeResidentId(first17))).toBe(right));

  it('finds every single wrong digit', () => {
    const id = '11010519491231002X';
    for (let at = 0; at < 17; at += 1)
      for (const digit of '0123456789')
        if (digit !== id[at]) expect(isResidentId(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false);
  });
});

describe('readResidentId', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('%s was born on %s, %s', (id, birthDate, sex) => expect(readResidentId(id)).toEqual({ birthDate, sex }));
});
