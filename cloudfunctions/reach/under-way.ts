import type { NoticeKind } from '../contracts/notice';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, unscoped } from '../kernel/documents';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';

/** More than a town has going at a time; those behind it are the oldest. */
const MOST = 50;

/** Nobody is rung up for what was said so long ago: what counts longer is said again. */
const DAYS_TO_TELL = 90;

export type UnderWay = Pick<NoticeDocument, '_id' | 'kind' | 'title' | 'publishedAt' | 'facts'>;

/** Notices that are still to be told: published, neither withdrawn nor corrected, not past their last day, and of the last months. */
export const holding = ({ database, now }: Pick<Context, 'database' | 'now'>): Condition => {
  const { command } = database;
  return {
    status: 'published',
    publishedAt: command.gte(toTimestamp(now.subtract(DAYS_TO_TELL, 'day'))),
    // The library's own texts were sent to nobody.
    shelf: command.exists(false),
    validUntil: command.eq(null).or(command.gte(toCalendarDate(now))),
  };
};

/** What households of the caller's towns are still to be told, urgent ones first, then the newest. Whom of them is said by the sheets. */
export async function readUnderWay(
  context: Pick<Context, 'database' | 'now' | 'caller'>,
): Promise<UnderWay[]> {
  const towns = [...new Set(context.caller.posts.flatMap(({ gridPath }) => gridPath.slice(0, 1)))];
  const notices = await unscoped<NoticeDocument>(context.database, NOTICES).pick(
    ['kind', 'title', 'publishedAt', 'facts'],
    { ...holding(context), gridPath: context.database.command.in(towns), 'audience.households': true },
    { orderBy: [['order', 'desc']], limit: MOST },
  );
  return notices.sort((a, b) => haste(a.kind) - haste(b.kind));
}

const haste = (kind: NoticeKind): number => (kind === 'urgent' ? 0 : kind === 'refutation' ? 1 : 2);
