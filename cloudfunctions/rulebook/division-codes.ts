/** 北京, 天津, 上海, 重庆: a province that is one city. */
const CITY_PROVINCES: readonly string[] = ['11', '12', '31', '50'];

/** 510107 → 510107, 510100, 510000: every code that a risk area around this county may have. */
export const codesAround = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/** Whether a division is this place or around it: 510000 holds all of Sichuan. */
export const holds = (area: string, place: string): boolean => codesAround(place).includes(area);

/** The digits that two places of one city share; empty for no code at all. */
export const cityOf = (code: string): string =>
  CITY_PROVINCES.includes(code.slice(0, 2)) ? code.slice(0, 2) : code.slice(0, 4);
