/**
 * Resident identity number 公民身份号码 (GB 11643-1999): 6 digits of division, 8 of birthday, 3 of sequence (odd: male), and
 * a check character by ISO 7064 MOD 11-2.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

const checkCharacter = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
};

const isRealDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** True for 18 characters with a possible birthday and the right check character; a lower-case x is accepted. */
export function isResidentId(value: string): boolean {
  const id = value.toUpperCase();
  if (!/^[1-9]\d{5}(18|19|20)\d{9}[\dX]$/.test(id)) return false;
  const year = Number(id.slice(6, 10));
  if (!isRealDate(year, Number(id.slice(10, 12)), Number(id.slice(12, 14)))) return false;
  return checkCharacter(id.slice(0, 17)) === id.charAt(17);
}

/** Birthday (YYYY-MM-DD) and sex as the number states them. Give it only what `isResidentId` accepts. */
export function readResidentId(id: string): { birthDate: string; sex: 'female' | 'male' } {
  return {
    birthDate: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
    sex: Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female',
  };
}

/** Appends the check character: for made-up people in demos and tests. */
export const completeResidentId = (first17: string): string => first17 + checkCharacter(first17);
