/**
 * 旅居史 over the look-back window: which days it is, which of them nobody has told of yet, and what is wrong with stays that meet. The
 * form draws its squares from it, and the function refuses by it. Dates are YYYY-MM-DD, both ends included.
 */
type Days = { from: string; to: string };

const DAY_MS = 24 * 3_600_000;

/** The day so many days after (before, for a negative number). */
export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The window's days, the day of arrival last: 14 days until 12 March begin on 27 February. */
export const windowDays = (arrivalDate: string, lookBackDays: number): string[] =>
  Array.from({ length: lookBackDays }, (_, day) => dayAfter(arrivalDate, day + 1 - lookBackDays));

/** 3月9日 */
const spoken = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

const byDay = (a: Days, b: Days): number =>
  a.from === b.from ? a.to.localeCompare(b.to) : a.from.localeCompare(b.from);

/** Days of the window on which nobody has said where they were. */
export const missingDays = (stays: readonly Days[], arrivalDate: string, lookBackDays: number): string[] =>
  windowDays(arrivalDate, lookBackDays).filter(
    (day) => !stays.some(({ from, to }) => from <= day && day <= to),
  );

/**
 * The first thing that is wrong with the stays, in words for beside them; empty when they cover the window. On the day of a move
 * somebody was in two places, so the last day of one stay may be the first of the next; any other day in two stays is a mistake.
 */
export function wrongStays(stays: readonly Days[], arrivalDate: string, lookBackDays: number): string {
  if (stays.length === 0) return `请写过去 ${lookBackDays} 天住过哪里`;
  const backwards = stays.find(({ from, to }) => to < from);
  if (backwards)
    return `${spoken(backwards.from)} 到、${spoken(backwards.to)} 离开，日期前后反了。请再看一遍`;
  const late = stays.find(({ to }) => to > arrivalDate);
  if (late) return `${spoken(late.to)} 在到村那天之后了。住到哪天，最晚写 ${spoken(arrivalDate)}`;
  const doubled = doubledDay(stays);
  if (doubled !== undefined) return `${spoken(doubled)} 写了两处。只有搬的那天可以写两处，请改日期`;
  const [missing] = missingDays(stays, arrivalDate, lookBackDays);
  return missing === undefined ? '' : `${spoken(missing)} 住哪里还没写。请改这个日期，或者再加一处`;
}

function doubledDay(stays: readonly Days[]): string | undefined {
  let until = '';
  for (const { from, to } of [...stays].sort(byDay)) {
    if (from < until) return from;
    if (to > until) until = to;
  }
  return undefined;
}

/**
 * Stays as they were told for another day of arrival: what would come after the real one is cut off, and whoever came later than planned was
 * in the last place until then, or on the way from it. What is missing at the front stays missing: only the person can say.
 */
export function fitStays<S extends Days>(stays: readonly S[], arrivalDate: string): S[] {
  const until = stays.filter(({ from }) => from <= arrivalDate);
  const last = until.reduce((latest, { to }) => (to > latest ? to : latest), '');
  return until.map((stay) => ({
    ...stay,
    to: stay.to === last || stay.to > arrivalDate ? arrivalDate : stay.to,
  }));
}
