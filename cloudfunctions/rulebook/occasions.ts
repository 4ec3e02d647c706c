import type { Stay } from '../contracts/health';
import { cityOf, holds } from './division-codes';
import { type Days, daysInWindow, lookBackWindow, overlap } from './look-back';
import type { Facts, Origin, RiskArea } from './rulebook.document';

/** One thing that a row of the table may speak of: a stay of the look-back window, and the risk area that it touched. */
export type Occasion = { stay: Stay; days: Days; origin: Origin; area: RiskArea | null };

/**
 * Every stay of the window against every risk area that was one on a day of that stay: a zone that was downgraded while somebody was
 * there counts with both its levels. A stay that touched none is abroad, or low-risk in the town's own city or elsewhere.
 */
export function occasionsOf(facts: Facts, lookBackDays: number, areas: readonly RiskArea[]): Occasion[] {
  const window = lookBackWindow(facts.arrivalDate, lookBackDays);
  return [...facts.stays].sort(byDay).flatMap((stay): Occasion[] => {
    const days = daysInWindow(stay, window);
    if (days === null) return [];
    if (stay.where.kind === 'abroad') return [{ stay, days, origin: 'abroad', area: null }];
    const { code } = stay.where;
    const touched = areas.filter(
      (area) => holds(area.code, code) && overlap(days, { from: area.validFrom, to: area.validTo }) !== null,
    );
    if (touched.length > 0) return touched.map((area) => ({ stay, days, origin: area.level, area }));
    const isSameCity = facts.homeCity !== '' && cityOf(code) === cityOf(facts.homeCity);
    return [{ stay, days, origin: isSameCity ? 'lowSameCity' : 'lowElsewhere', area: null }];
  });
}

const placeKey = ({ where }: Stay): string => (where.kind === 'abroad' ? where.country : where.code);

const byDay = (a: Stay, b: Stay): number =>
  a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || placeKey(a).localeCompare(placeKey(b));
