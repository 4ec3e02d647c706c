import type { RiskAreaDocument } from './rulebook.document';
import type { Target } from './sweep.document';

/** Places with the earliest day since which each is one: a place named twice is walked once. */
export function areaTarget(areas: readonly Pick<RiskAreaDocument, 'code' | 'validFrom'>[]): Target {
  const since = new Map<string, string>();
  for (const { code, validFrom } of areas) {
    const day = since.get(code);
    if (day === undefined || validFrom < day) since.set(code, validFrom);
  }
  return {
    kind: 'areas',
    spans: [...since].sort(([a], [b]) => a.localeCompare(b)).map(([code, from]) => ({ code, from })),
  };
}
