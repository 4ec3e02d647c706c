import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { countAudience } from './audience.repository';
import type { NoticeDocument } from './notice.document';

type Step = Pick<NoticeDocument, 'status' | 'wakesAt' | 'job' | 'publishedAt' | 'order' | 'counted'>;
type Agreed = Pick<NoticeDocument, '_id' | 'publishAt' | 'audience'>;
type Reader = Pick<Context, 'database' | 'now'>;

const orderOf = (at: string, _id: string): string => `${at} ${_id}`;

/** On its way, and read by nobody yet. */
export const notYet = (
  _id: string,
  status: 'waiting' | 'scheduled' | 'returned',
  { now }: Pick<Context, 'now'>,
  wakesAt = '',
): Step => ({
  status,
  wakesAt,
  job: null,
  publishedAt: null,
  order: orderOf(toTimestamp(now), _id),
  counted: null,
});

/** What a notice becomes when nobody else has to agree: out, or out at its time. */
export const agreedStep = async ({ _id, publishAt, audience }: Agreed, reader: Reader): Promise<Step> =>
  publishAt !== null && publishAt > toTimestamp(reader.now)
    ? notYet(_id, 'scheduled', reader, publishAt)
    : publication({ _id, audience }, reader);

/** What a notice becomes when it goes out now: one write, whatever its audience. Its sheets of receipts are the timer's next work. */
export async function publication(
  { _id, audience }: Pick<NoticeDocument, '_id' | 'audience'>,
  { database, now }: Reader,
): Promise<Step> {
  const at = toTimestamp(now);
  return {
    status: 'published',
    publishedAt: at,
    order: orderOf(at, _id),
    counted: await countAudience(database, audience),
    job: { cursor: '' },
    wakesAt: at,
  };
}
