import { divisionName, everyDivision } from '../divisions/names';

/** More places than this mean that the words say too little. */
const MOST_PLACES = 300;

/** Codes of the places that words speak of: a code's beginning, or a part of a name (成都, 武侯区, 四川成都). */
export function codesNamed(words: string): string[] {
  const said = words.replace(/\s+/gu, '');
  const isCode = /^\d+$/.test(said);
  return everyDivision()
    .map(([code]) => code)
    .filter((code) => (isCode ? code.startsWith(said) : fullName(code).includes(said)))
    .slice(0, MOST_PLACES);
}

/** The one place that a cell of a spreadsheet means; null for none, and for words that several places answer to. */
export function placeNamed(words: string): string | null {
  const said = words.replace(/[\s,，、/]+/gu, '');
  const whole = everyDivision().filter(([code]) => fullName(code) === said);
  const found = whole.length > 0 ? whole : everyDivision().filter(([, name]) => name === said);
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

export const isPlace = (code: string): boolean => divisionName(code) !== null;

const names = new Map<string, string>();

/** 四川省成都市武侯区 */
function fullName(code: string): string {
  const known = names.get(code);
  if (known !== undefined) return known;
  const name = (divisionName(code) ?? '').replaceAll(' ', '');
  names.set(code, name);
  return name;
}
