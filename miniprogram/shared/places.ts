/**
 * 青石镇 柳溪村 三组 → 柳溪村三组. Everybody here knows the town they live in, so a screen leaves it out; a place that is the
 * town itself keeps its name.
 */
export function shortPlace(place: string): string {
  const names = place.split(' ').filter((name) => name !== '');
  return (names.length > 1 ? names.slice(1) : names).join('');
}

/** 青石镇 柳溪村: a place of two names is a village, neither the town above it nor a team below. */
export const isVillage = (place: string): boolean =>
  place.split(' ').filter((name) => name !== '').length === 2;
