import { shortPlace } from '../../../miniprogram/shared/places';

it.each([
  ['青石镇 柳溪村 三组', '柳溪村三组'],
  ['青石镇 柳溪村', '柳溪村'],
  ['青石镇', '青石镇'],
  ['', ''],
])('%s is said as %s', (place, words) => expect(shortPlace(place)).toBe(words));
