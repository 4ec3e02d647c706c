import { cardinal, digitByDigit } from './spoken-figures';

const NOON = 12;
const EVENING = 18;
/** Said already, so it is not said again: 今天下午 14:00. */
const PART_OF_DAY = /(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|今晚|明晚|当晚|早|晚)\s*$/u;

const without0 = (figure: string): string => String(Number(figure));

/** The parts of 2026-03-12 as they are said. */
export const sayDate = ([year = '', month = '', day = '']: readonly string[]): string =>
  `${digitByDigit(year)}年${cardinal(without0(month))}月${cardinal(without0(day))}日`;

/** One time, or two as a span; from noon on by the clock that people speak by: 14:00 → 下午两点. */
export function sayTimes(
  [hour = '', minute = '', untilHour = '', untilMinute = '']: readonly string[],
  before: string,
): string {
  const isSaid = PART_OF_DAY.test(before);
  const from = (isSaid ? '' : partOf(hour)) + clock(hour, minute);
  if (untilHour === '') return from;
  const part = partOf(untilHour) === partOf(hour) ? '' : partOf(untilHour);
  return `${from}到${part}${clock(untilHour, untilMinute)}`;
}

function partOf(hour: string): string {
  const value = Number(hour);
  if (value <= NOON || value === 24) return '';
  return value < EVENING ? '下午' : '晚上';
}

function clock(hour: string, minute: string): string {
  const value = Number(hour);
  const twelve = value > NOON && value < 24 ? value - NOON : value;
  const said = twelve === 2 ? '两' : cardinal(String(twelve));
  if (minute === '00') return `${said}点`;
  if (minute === '30') return `${said}点半`;
  return `${said}点${minute.startsWith('0') ? '零' : ''}${cardinal(without0(minute))}分`;
}
