/**
 * The codes of GB/T 2260: two digits for the province, two for the city, two for the county. Phone and cloud read them alike.
 */
export type DivisionLevel = 'province' | 'city' | 'county';

export function divisionLevel(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** 510107 → 510107, 510100, 510000: the division and what it lies in, smallest first. */
export const codesAbove = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/** Codes that only group counties which no city governs (省直辖县, 重庆's 县): nobody says their names. */
export const isGroupOfCounties = (code: string): boolean => /^\d\d9000$/.test(code) || code === '500200';

/** Names from the smallest to the province, as one says them: 「四川省 成都市 武侯区」, 「北京市 东城区」. */
export const saidInFull = (names: readonly string[]): string => [...new Set([...names].reverse())].join(' ');
