import { areaList } from '@vant/area-data';
import { codesAbove, isGroupOfCounties, saidInFull } from '../../miniprogram/shared/division-codes';

const { province_list, city_list, county_list } = areaList;
const NAMES: ReadonlyMap<string, string> = new Map(
  [province_list, city_list, county_list].flatMap((list) => Object.entries(list)),
);

/** Every code with its name, in the order of the codes: what a county lies in stands before it. */
export const everyDivision = (): readonly (readonly [code: string, name: string])[] =>
  [...NAMES].sort(([one], [other]) => Number(one) - Number(other));

/** 510107 → [510107, 510100, 510000]: the division and what it lies in. Empty for a code that there is not. */
export const codesOf = (code: string): string[] =>
  NAMES.has(code) ? codesAbove(code).filter((one) => NAMES.has(one)) : [];

/** 「四川省 成都市 武侯区」, 「北京市 东城区」; null for a code that there is not. */
export function divisionName(code: string): string | null {
  const said = codesOf(code).filter((one) => one === code || !isGroupOfCounties(one));
  return said.length === 0 ? null : saidInFull(said.map((one) => NAMES.get(one) ?? ''));
}
