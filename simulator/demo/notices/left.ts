import { CAST_FAMILIES } from '../cast';
import type { Enrolled } from '../households';

/** Whether a household knows nothing of a notice yet. */
export type Left = (household: Enrolled) => boolean;

/**
 * So many of a team know nothing yet: the cast's families first, whose phones one can hold, then old people who live alone, then those without a
 * phone.
 */
export function lastToKnow(enrolled: readonly Enrolled[], count: number): Left {
  const last = new Set([...enrolled].sort((a, b) => rank(b) - rank(a)).slice(0, count));
  return (household) => last.has(household);
}

const rank = ({ file, account }: Enrolled): number =>
  (CAST_FAMILIES.some(({ openid }) => openid === account?._id) ? 4 : 0) +
  (file.people.some(({ careCategories }) => careCategories.includes('livingAloneElderly')) ? 2 : 0) +
  (account === null ? 1 : 0);
