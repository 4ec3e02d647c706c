import { isNothing, over, type ExpressionOperator } from './expression-operator';
import { isDate } from './values';

/** What MongoDB's string operators take: text, and numbers and dates as text; nothing is the empty string. */
function textOf(name: string, value: unknown): string {
  if (isNothing(value)) return '';
  if (isDate(value)) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`${name} requires a string`);
}

function wholeOf(name: string, value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new Error(`${name} requires numbers for start and length`);
  }
  return Math.trunc(value);
}

/** By UTF-8 bytes; a negative length goes to the end. Cutting a character apart is refused. */
function substringOfBytes(value: unknown, from: unknown, length: unknown): string {
  const bytes = Buffer.from(textOf('$substrBytes', value));
  const start = wholeOf('$substrBytes', from);
  const count = wholeOf('$substrBytes', length);
  if (start < 0) throw new Error('$substrBytes: starting index must be non-negative');
  const end = count < 0 ? bytes.length : Math.min(start + count, bytes.length);
  const cutsCharacter = (at: number) => at < bytes.length && (bytes[at]! & 0xc0) === 0x80;
  if (cutsCharacter(start) || cutsCharacter(end)) {
    throw new Error('$substrBytes: Invalid range, starting or ending in the middle of a UTF-8 character');
  }
  return bytes.subarray(start, end).toString();
}

/** The place of one sequence in another between two places, or -1. */
function placeOf<T>(sequence: readonly T[], wanted: readonly T[], start: number, end: number): number {
  for (let at = start; at + wanted.length <= Math.min(end, sequence.length); at++) {
    if (wanted.every((item, i) => sequence[at + i] === item)) return at;
  }
  return -1;
}

function indexOf(name: string, split: (text: string) => readonly unknown[]): ExpressionOperator {
  return over((text, part, start = 0, end = Infinity) => {
    if (isNothing(text)) return null;
    if (typeof text !== 'string' || typeof part !== 'string') throw new Error(`${name} requires strings`);
    return placeOf(split(text), split(part), start as number, end as number);
  });
}

/** String operators that mingo 7 lacks or counts in UTF-16 units, and what they make of nothing. */
export const stringExpressions: Record<string, ExpressionOperator> = {
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => Array.from(text)),
  $substr: over(substringOfBytes),
  $substrBytes: over(substringOfBytes),
  $toLower: over((value) => textOf('$toLower', value).toLowerCase()),
  $toUpper: over((value) => textOf('$toUpper', value).toUpperCase()),
};
