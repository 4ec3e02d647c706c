import { ageOn, dateText } from './dates';
import { SEXES } from './labels';
import { isResidentId, readResidentId } from './resident-id';

/** 511102 19550308 1236: as an identity number is read aloud, so that it can be held against the card. */
export function groupDigits(number: string): string {
  const id = number.trim().toUpperCase();
  return [id.slice(0, 6), id.slice(6, 14), id.slice(14)].filter((part) => part !== '').join(' ');
}

/** 1955年3月8日 · 女 · 71 岁, or empty while the number is not right. */
export function meaningOfNumber(number: string, today: string): string {
  const id = number.trim().toUpperCase();
  if (!isResidentId(id)) return '';
  const { birthDate, sex } = readResidentId(id);
  return `${dateText(birthDate)} · ${SEXES[sex]} · ${ageOn(birthDate, today)} 岁`;
}
