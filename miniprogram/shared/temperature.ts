/**
 * A temperature typed on a keypad without a decimal key, for elderly hands: three digits, and the point places itself after two.
 * `digits` is what was pressed so far: '', '3', '36', '367'.
 */

/** ℃; what no thermometer on a living person shows. A test holds them against the contract. */
export const LOWEST = 30;
export const HIGHEST = 43;
/** ℃; below it a thermometer was rather held wrongly than somebody is well. Said, not refused. */
const HARDLY_BELOW = 35;
const LENGTH = 3;

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'clear' | 'delete';

/** What stands there after a key. A fourth digit changes nothing: it was pressed twice. */
export function pressKey(digits: string, key: Key): string {
  if (key === 'clear') return '';
  if (key === 'delete') return digits.slice(0, -1);
  return digits.length < LENGTH ? digits + key : digits;
}

/** How the digits look: `--.-`, `3`, `36.`, `36.7`. */
export function figureOf(digits: string): string {
  if (digits === '') return '--.-';
  return digits.length < 2 ? digits : `${digits.slice(0, 2)}.${digits.slice(2)}`;
}

/** ℃, once all three digits stand there. */
export const temperatureOf = (digits: string): number | null =>
  digits.length === LENGTH ? Number(digits) / 10 : null;

/** What is wrong with what was pressed, for whoever wants to send it; empty when nothing is. */
export const wrongTemperature = (digits: string): string =>
  temperatureOf(digits) === null ? '请按完三个数字，比如 36.7 按 3 6 7' : impossible(digits);

/** 体温不会是 45.0℃: said at once, not only on sending. Empty when the figure can be true. */
export const impossible = (digits: string): string =>
  judge(digits, Infinity) === 'impossible' ? `体温不会是 ${figureOf(digits)}℃，请再量一次` : '';

/** 36.7℃ */
export const temperatureText = (temperature: number): string => `${temperature.toFixed(1)}℃`;

/** typing: not complete; impossible: measure again, told as soon as no third digit could make it right. */
export type Verdict = 'empty' | 'typing' | 'impossible' | 'low' | 'normal' | 'high';

/** What the digits say, against the limit of the disease profile. */
export function judge(digits: string, feverFrom: number): Verdict {
  if (digits === '') return 'empty';
  if (digits.length === 1) return 'typing';
  const lowest = Number(digits.padEnd(LENGTH, '0')) / 10;
  const highest = Number(digits.padEnd(LENGTH, '9')) / 10;
  if (highest < LOWEST || lowest > HIGHEST) return 'impossible';
  if (digits.length < LENGTH) return 'typing';
  if (lowest >= feverFrom) return 'high';
  return lowest < HARDLY_BELOW ? 'low' : 'normal';
}
