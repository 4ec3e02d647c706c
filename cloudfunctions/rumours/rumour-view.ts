import type { MyRumour, RumourAnswer, RumourRow } from '../contracts/rumours';
import type { NoticeStatus } from '../contracts/notice';
import { isForEverybody } from '../publishing/notice-view';
import type { NoticeDocument } from '../publishing/notice.document';
import { placeOf } from '../registration/household-view';
import type { RumourDocument } from './rumour.document';

/** What is said of a notice here. */
export type Refutation = Pick<
  NoticeDocument,
  '_id' | 'title' | 'source' | 'status' | 'shareKey' | 'audience'
>;
export type Refutations = ReadonlyMap<string, Refutation>;

const NOT_OUT: readonly NoticeStatus[] = ['waiting', 'returned', 'scheduled'];

/** The refutation that was written and is not out yet; null where none is, or where it came to nothing. */
export function onItsWay(
  { refutationId, answer }: RumourDocument,
  refutations: Refutations,
): Refutation | null {
  if (refutationId === null || (answer?.outcome === 'refuted' && answer.noticeId === refutationId))
    return null;
  const notice = refutations.get(refutationId);
  return notice && NOT_OUT.includes(notice.status) ? notice : null;
}

export function answerView({ answer }: RumourDocument, refutations: Refutations): RumourAnswer | null {
  if (answer === null) return null;
  const { at } = answer;
  if (answer.outcome === 'handled')
    return { outcome: 'handled', at, byName: answer.byName, reason: answer.reason };
  const notice = refutations.get(answer.noticeId);
  if (!notice) return null;
  return {
    outcome: 'refuted',
    at,
    noticeId: notice._id,
    title: notice.title,
    organisation: notice.source.organisation,
    status: notice.status,
    shareKey: isForEverybody(notice) ? notice.shareKey : null,
  };
}

/** What somebody told of, without who they are. */
export const toldView = ({ _id, text, picture, heard, group, reportedAt }: RumourDocument) => ({
  rumourId: _id,
  text,
  hasPicture: picture !== null,
  heard,
  group,
  reportedAt,
});

/** One's own report, with the answer of the one that it joined. */
export const myRumour = (
  rumour: RumourDocument,
  lead: RumourDocument,
  refutations: Refutations,
): MyRumour => ({ ...toldView(rumour), answer: answerView(lead, refutations) });

export const rumourRow = (rumour: RumourDocument, refutations: Refutations): RumourRow => ({
  ...toldView(rumour),
  place: placeOf(rumour.pathNames),
  reports: rumour.reports,
  status: rumour.status,
  onItsWay: onItsWay(rumour, refutations)?.status ?? null,
  answer: answerView(rumour, refutations),
});
