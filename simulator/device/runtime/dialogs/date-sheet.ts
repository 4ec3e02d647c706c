import { createWheel, type Wheel } from './wheel';
import { openWheelSheet } from './wheel-sheet';

export interface DateSheetOptions {
  title: string;
  /** YYYY-MM-DD, or shorter with `fields`; empty for today. */
  value: string;
  start: string;
  end: string;
  /** year, month or day: how far down one chooses. */
  fields: string;
}

const firstDay = '1900-01-01';
const lastDay = '2099-12-31';

/** A date picked from wheels of year, month and day; answers in the form of `fields`, or undefined when cancelled. */
export async function openDateSheet(options: DateSheetOptions): Promise<string | undefined> {
  const depth = { year: 1, month: 2, day: 3 }[options.fields] ?? 3;
  const start = parts(options.start, firstDay);
  const end = parts(options.end, lastDay);
  const at = clamp(parts(options.value, today()), start, end);
  const ranges = (): [number, number][] => {
    const [year, month] = at;
    const sameStart = [year === start[0], year === start[0] && month === start[1]];
    const sameEnd = [year === end[0], year === end[0] && month === end[1]];
    return [
      [start[0], end[0]],
      [sameStart[0] ? start[1] : 1, sameEnd[0] ? end[1] : 12],
      [sameStart[1] ? start[2] : 1, sameEnd[1] ? end[2] : daysIn(year, month)],
    ];
  };
  const units = ['年', '月', '日'];
  const words = (column: number): string[] => {
    const [from, to] = ranges()[column] ?? [0, 0];
    return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}${units[column] ?? ''}`);
  };
  const position = (column: number): number => (at[column] ?? 0) - (ranges()[column]?.[0] ?? 0);
  const turn = (column: number, index: number): void => {
    at[column] = (ranges()[column]?.[0] ?? 0) + index;
    // A shorter month, or a year at the limit, changes what the columns to the right offer.
    for (let later = column + 1; later < depth; later += 1) {
      const [from, to] = ranges()[later] ?? [0, 0];
      at[later] = Math.max(from, Math.min(to, at[later] ?? from));
      wheels[later]?.fill(words(later), position(later));
    }
  };
  const wheels: Wheel[] = Array.from({ length: depth }, (_, column) =>
    createWheel(words(column), position(column), (index) => turn(column, index)),
  );
  const confirmed = await openWheelSheet(options.title || '选择日期', wheels);
  return confirmed ? at.slice(0, depth).map(pad).join('-') : undefined;
}

type DateParts = [number, number, number];

function parts(text: string, otherwise: string): DateParts {
  const [year = 1900, month = 1, day = 1] = (/^\d{4}/.test(text) ? text : otherwise).split('-').map(Number);
  return [year, month, day];
}

function clamp(value: DateParts, start: DateParts, end: DateParts): DateParts {
  const order = (date: DateParts): number => date[0] * 10_000 + date[1] * 100 + date[2];
  if (order(value) < order(start)) return [...start];
  return order(value) > order(end) ? [...end] : value;
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** China's today by the phone's (simulated) clock. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, '0');
