import { isVillage, shortPlace } from '../../../miniprogram/shared/places';

it.each([
  ['青石镇 柳溪村 三组', '柳溪村三组'],
  ['青石镇 柳溪村', '柳溪村'],
  ['青石镇', '青石镇'],
  ['', ''],
])('%s is said as %s', (place, words) => expect(shortPlace(place)).toBe(words));

it.each([
  ['青石镇', false],
  ['青石镇 柳溪村', true],
  ['青石镇 柳溪村 三组', false],
])('%s is a village: %s', (place, expected) => expect(isVillage(place)).toBe(expected));
