import type { NoticeKind } from '../contracts/notice';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, unscoped } from '../kernel/documents';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';

/** More than a town has going at a time; those behind it are the oldest. */
const MOST = 50;

export type UnderWay = Pick<NoticeDocument, '_id' | 'kind' | 'title' | 'publishedAt' | 'facts'>;

/** Notices that still hold: published, neither withdrawn nor corrected, and not past their last day. One without a last day holds until everybody knows. */
export const holding = ({ database, now }: Pick<Context, 'database' | 'now'>): Condition => {
  const { command } = database;
  return {
    status: 'published',
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
