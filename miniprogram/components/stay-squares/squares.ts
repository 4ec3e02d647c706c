import { dayText } from '../../shared/dates';

export type StayDays = { from: string; to: string };
/** `odd` and `even` tell stays apart that follow each other; `both` is the day of a move, or one day too many. */
export type Square = { date: string; kind: 'missing' | 'odd' | 'even' | 'both'; number: string };

/** The squares of the days; each stay's number stands in the middle of its run. */
export function squaresOf(days: readonly string[], stays: readonly StayDays[]): Square[] {
  const owners = days.map((day) => {
    const held = stays.flatMap(({ from, to }, index) => (from <= day && day <= to ? [index] : []));
    return { first: held[held.length - 1], both: held.length > 1 };
  });
  const middles = new Map(
    stays.map((_, index) => {
      const run = owners.flatMap(({ first }, day) => (first === index ? [day] : []));
      return [run[Math.floor((run.length - 1) / 2)], String(index + 1)] as const;
    }),
  );
  return owners.map(({ first, both }, day) => ({
    date: days[day] ?? '',
    kind: first === undefined ? 'missing' : both ? 'both' : first % 2 === 0 ? 'odd' : 'even',
    number: middles.get(day) ?? '',
  }));
}

/** What the squares show, for somebody who hears it: 「共 14 天，还缺 3月9日」. */
export function wordsOf(squares: readonly Square[]): string {
  const missing = squares.filter(({ kind }) => kind === 'missing').map(({ date }) => dayText(date));
  if (missing.length === 0) return `共 ${squares.length} 天，每天都写到了`;
  const named = missing.slice(0, 3).join('、');
  return `共 ${squares.length} 天，还缺 ${missing.length} 天：${named}${missing.length > 3 ? '等' : ''}`;
}
