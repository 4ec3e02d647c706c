import { codesOf, divisionName, everyDivision } from '../../../cloudfunctions/divisions/names';
import { syllablesOf } from '../../../cloudfunctions/divisions/readings';

test.each([
  ['510107', '四川省 成都市 武侯区'],
  ['330212', '浙江省 宁波市 鄞州区'],
  ['510100', '四川省 成都市'],
  ['510000', '四川省'],
  ['110101', '北京市 东城区'],
  ['500233', '重庆市 忠县'],
  ['429004', '湖北省 仙桃市'],
  ['441904', '广东省 东莞市 长安镇'],
  ['510199x', null],
  ['990101', null],
])('%s is said %s', (code, said) => {
  expect(divisionName(code)).toBe(said);
});

test.each([
  ['510107', ['510107', '510100', '510000']],
  ['510100', ['510100', '510000']],
  ['510000', ['510000']],
  ['429004', ['429004', '429000', '420000']],
  ['123456', []],
])('%s lies in %j', (code, codes) => {
  expect(codesOf(code)).toEqual(codes);
});

test('each of the 34 provinces is there, every division lies in one, and what it lies in stands before it', () => {
  const seen = new Set<string>();
  for (const [code] of everyDivision()) {
    expect(codesOf(code).slice(1).every((above) => seen.has(above))).toBe(true); // prettier-ignore
    expect(codesOf(code).at(-1)).toMatch(/^\d\d0000$/);
    seen.add(code);
  }
  expect([...seen].filter((code) => code.endsWith('0000'))).toHaveLength(34);
  expect(seen.size).toBeGreaterThan(3_800);
});

test.each([
  ['重庆市', 'chong qing shi'],
  ['六安市', 'lu an shi'],
  ['六合区', 'lu he qu'],
  ['乐山市', 'le shan shi'],
  ['乐清市', 'yue qing shi'],
  ['乐亭县', 'lao ting xian'],
  ['喀什地区', 'ka shi di qu'],
  ['什邡市', 'shi fang shi'],
  ['新都区', 'xin du qu'],
  ['洪洞县', 'hong tong xian'],
  ['歙县', 'she xian'],
  ['蔚县', 'yu xian'],
  ['长子县', 'zhang zi xian'],
  ['大城县', 'dai cheng xian'],
  ['吕梁市', 'lv liang shi'],
])('%s is read %s', (name, syllables) => {
  expect(syllablesOf(name)).toBe(syllables);
});
