import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import type { publishingContract, WrittenNotice } from '../contracts/publishing';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { claimRumour } from '../rumours/refute-rumour';
import { readAudienceGrids } from './audience.repository';
import { removeDraft } from './draft.repository';
import { noticeIdOf } from './notice-id';
import { writtenNotice } from './notice-view';
import { JUST_WRITTEN, type NoticeDocument } from './notice.document';
import { addNotice, changeNotice, findNotice, readNotice } from './notice.repository';
import { readOlder } from './correction';
import { agreedStep, notYet } from './publication';
import { filesOf, needsSecond, requireClean } from './rules';
import { followUp } from './what-follows';

type Input = z.output<typeof publishingContract.send.input>;
const SHARE_KEY_BYTES = 12;

/**
 * Sends a notice on its way: out at once, at its time, or to a second person. Publishing writes one document whatever the audience; the sheets of
 * receipts follow by the timer.
 */
export async function sendNotice(input: Input, context: Context): Promise<WrittenNotice> {
  const { content, requestId, publishAt } = input;
  const _id = noticeIdOf(context.caller.openid, requestId);
  requireClean(content);
  requireTime(publishAt, content.validUntil, context);
  const stored = await findNotice(context, _id);
  if (stored && stored.status !== 'returned') {
    await removeDraft(context, _id);
    return writtenNotice(stored, context);
  }

  await requireFiles(content, context);
  const { grids, commonPath, pathNames } = await readAudienceGrids(context, content.audience);
  context.about({ gridPath: commonPath });
  const replaces = stored ? stored.replaces : input.replaces;
  const olderIds = await readOlder({ replaces, content }, context);
  await claimRumour({ _id, answers: stored ? stored.answers : input.answers, content }, context);
  const onItsWay = needsSecond(content.kind, commonPath)
    ? notYet(_id, 'waiting', context)
    : await agreedStep({ _id, publishAt, audience: content.audience }, context);
  const place = {
    gridId: commonPath.at(-1) ?? '',
    gridPath: commonPath,
    pathNames,
    gridIds: grids.map((grid) => grid._id),
    gridNames: grids.map((grid) => grid.pathNames.join(' ')),
  };
  const written = { ...content, ...place, ...onItsWay, publishAt, olderIds, returnedBecause: null };
  const notice = stored
    ? await changeNotice(context, stored, written, {
        requestId: `${requestId}-${stored.version}`,
        what: '改好再发',
      })
    : await addFirst({ _id, ...written }, input, context);
  if (notice.status === 'published') await followUp(notice, context);
  // Killed before this, a draft stays beside its notice; sending it once more clears it away.
  await removeDraft(context, _id);
  return writtenNotice(notice, context);
}

/** A file of some other storage, or one that never arrived, would be a hole in the notice. */
async function requireFiles(content: Input['content'], { files }: Pick<Context, 'files'>): Promise<void> {
  const places = filesOf(content);
  if (places.length === 0) return;
  const missing = await files.missing([...new Set(places.map(([, fileId]) => fileId))]);
  const fields = places
    .filter(([, fileId]) => missing.includes(fileId))
    .map(([path]): [string, string] => [`content.${path}`, '这个文件没有传上来，请重新选']);
  if (fields.length > 0)
    throw new AppError('INVALID_INPUT', '有文件没有传上来，请重新选', Object.fromEntries(fields));
}

function requireTime(
  publishAt: string | null,
  validUntil: string | null,
  { now }: Pick<Context, 'now'>,
): void {
  const starts = publishAt === null ? now : chinaTime(publishAt);
  if (publishAt !== null && starts.isBefore(now))
    throw new AppError('INVALID_INPUT', '定的时间已经过了，请改一个时间，或者现在就发', {
      publishAt: '定的时间已经过了',
    });
  if (validUntil !== null && validUntil < toTimestamp(starts).slice(0, 10))
    throw new AppError('INVALID_INPUT', '还没发就过期了，请改「到哪天为止」', {
      'content.validUntil': '还没发就过期了，请改一个日期',
    });
}

async function addFirst(
  written: Omit<NoticeDocument, keyof typeof JUST_WRITTEN | 'writtenBy' | 'shareKey'> &
    Partial<NoticeDocument>,
  { requestId, replaces, answers }: Input,
  context: Context,
): Promise<NoticeDocument> {
  const { caller, now } = context;
  const at = toTimestamp(now);
  const notice: NoticeDocument = {
    ...JUST_WRITTEN,
    ...written,
    replaces,
    answers,
    writtenBy: { openid: caller.openid, name: caller.name ?? '' },
    shareKey: randomBytes(SHARE_KEY_BYTES).toString('base64url'),
    changes: [{ requestId, by: caller.openid, byName: caller.name ?? '', at, what: '写好' }],
  };
  if (await addNotice(context, notice)) return notice;
  // Two taps at once: the other one wrote it.
  return readNotice(context, written._id);
}
