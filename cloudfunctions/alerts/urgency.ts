import type { AlertDocument } from './alert.document';

type Ordered = Pick<AlertDocument, '_id' | 'status' | 'reportBy' | 'reportedAt' | 'outcome'>;

/** Everything not closed sorts before this: what a list of open alerts asks for. */
export const CLOSED_FROM = '9';

/** Largest moment that fits the key; taken from it, a later moment sorts first. */
const END_OF_TIME = 9_999_999_999_999;

/**
 * The order of the list: those that nobody took, then those on which the town still has to be told, then those it knows of, each by when
 * it must be told; closed ones last, the latest first. The id makes it unique, so that a page can go on after any row.
 */
export function alertOrder({ _id, status, reportBy, reportedAt, outcome }: Ordered): string {
  if (status === 'closed')
    return `${CLOSED_FROM} ${END_OF_TIME - Date.parse(outcome?.at ?? reportBy)} ${_id}`;
  const rank = status === 'open' ? 0 : reportedAt === null ? 1 : 2;
  return `${rank} ${reportBy} ${_id}`;
}
