import type * as z from 'zod';
import type { DraftRow, DraftView, publishingContract } from '../contracts/publishing';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import {
  addDraft,
  countDrafts,
  draftRow,
  draftView,
  MOST_DRAFTS,
  readDraft,
  readDrafts,
  removeDraft,
  writeDraft,
} from './draft.repository';
import { noticeIdOf } from './notice-id';

type Saving = z.output<typeof publishingContract.saveDraft.input>;

/** Keeps what is written so far. Of two phones that write the same draft the later learns of it, and loses nothing: its words stay on it. */
export async function saveDraft(
  { requestId, version, ...written }: Saving,
  context: Context,
): Promise<DraftView> {
  const _id = noticeIdOf(context.caller.openid, requestId);
  const savedAt = toTimestamp(context.now);
  const stored = await readDraft(context, _id);
  if (stored) {
    // A first save whose answer got lost comes again as a first one.
    const isRetry = version === 0 && stored.version === 1;
    if (!isRetry && stored.version !== version) throw writtenElsewhere();
    if (!(await writeDraft(context, stored, { ...written, savedAt }))) throw writtenElsewhere();
    return draftView({ ...stored, ...written, savedAt, version: stored.version + 1 });
  }
  if (version !== 0) throw new AppError('CONFLICT', '这份草稿已经发出去或者删掉了，请到「我写的」里看');
  if ((await countDrafts(context)) >= MOST_DRAFTS)
    throw new AppError('CONFLICT', `草稿已经有 ${MOST_DRAFTS} 份，请先删掉几份不用的`);
  const { openid } = context.caller;
  const draft = {
    _id,
    openid,
    requestId,
    ...written,
    returnedBecause: null,
    savedAt,
    version: 1,
  };
  if (!(await addDraft(context, draft))) throw writtenElsewhere();
  return draftView(draft);
}

const writtenElsewhere = (): AppError =>
  new AppError('CONFLICT', '这份草稿在别处改过了。请退出再打开，接着最新的写');

export const showDrafts = async (_input: object, context: Context): Promise<{ drafts: DraftRow[] }> => ({
  drafts: (await readDrafts(context)).map(draftRow),
});

export async function showDraft({ draftId }: { draftId: string }, context: Context): Promise<DraftView> {
  const draft = await readDraft(context, draftId);
  if (!draft) throw new AppError('NOT_FOUND', '这份草稿已经发出去或者删掉了');
  return draftView(draft);
}

export async function discardDraft(
  { draftId }: { draftId: string },
  context: Context,
): Promise<Record<string, never>> {
  await removeDraft(context, draftId);
  return {};
}
