import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import type { RumourDocument } from './rumour.document';
import type { Refutations } from './rumour-view';

/** The notices that were written for some rumours, by their ids: without their text. */
export async function readRefutations(
  { database }: Pick<Context, 'database'>,
  rumours: readonly RumourDocument[],
): Promise<Refutations> {
  const ids = new Set(
    rumours.flatMap(({ refutationId, answer }) => [
      ...(refutationId === null ? [] : [refutationId]),
      ...(answer?.outcome === 'refuted' ? [answer.noticeId] : []),
    ]),
  );
  if (ids.size === 0) return new Map();
  const notices = await unscoped<NoticeDocument>(database, NOTICES).pick(
    ['title', 'source', 'status', 'shareKey', 'audience'],
    { _id: database.command.in([...ids]) },
    { limit: ids.size },
  );
  return new Map(notices.map((notice) => [notice._id, notice]));
}
