import { isMobilePhone } from './phone';
import { isResidentId } from './resident-id';

/** Digits as they are typed to get round a check: with spaces, dashes, points or full-width forms between them. */
const RUN = /[0-9０-９](?:[\s\-.·]?[0-9０-９Xx]){10,24}/gu;

/**
 * ID numbers and mobile phone numbers in a text, as they stand there. Neither belongs in what everybody reads. Landlines of an office are
 * shorter or begin with 0; document numbers and dates are no valid ID numbers.
 */
export function privateNumbersIn(text: string): string[] {
  return [...text.matchAll(RUN)].map(([run]) => run).filter((run) => holdsPrivate(plain(run)));
}

const plain = (run: string): string =>
  run
    .normalize('NFKC')
    .replace(/[^0-9Xx]/g, '')
    .toUpperCase();

function holdsPrivate(digits: string): boolean {
  if (isMobilePhone(digits.replace(/^86/, ''))) return true;
  // Something else may stand right before or behind it.
  for (let start = 0; start + 18 <= digits.length; start += 1)
    if (isResidentId(digits.slice(start, start + 18))) return true;
  return false;
}
