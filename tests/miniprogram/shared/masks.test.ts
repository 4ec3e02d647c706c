import { maskPapers, maskPhone } from '../../../miniprogram/shared/masks';

test('a phone number keeps three digits in front and four behind', () => {
  expect(maskPhone('15400006021')).toBe('154****6021');
});

test.each([
  ['511999196803122428', '511***********2428'],
  ['51199919680312901X', '511***********901X'],
  ['E12345678', 'E******78'],
  ['H1234', 'H**34'],
])('papers %s show as %s', (number, mask) => {
  expect(maskPapers(number)).toBe(mask);
  expect(mask).toHaveLength(number.length);
});
