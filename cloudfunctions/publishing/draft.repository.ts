import type { DraftRow, DraftView } from '../contracts/publishing';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type DraftDocument, DRAFTS } from './notice.document';

/** More than somebody writes at the same time. */
const MOST = 30;

/** Drafts belong to whoever writes them: every query names the caller. */
const draftsOf = ({ database }: Pick<Context, 'database'>) => unscoped<DraftDocument>(database, DRAFTS);

export const readDraft = async (context: Context, _id: string): Promise<DraftDocument | null> =>
  (await draftsOf(context).find({ _id, openid: context.caller.openid }, { limit: 1 }))[0] ?? null;

export const readDrafts = async (context: Context): Promise<DraftDocument[]> =>
  draftsOf(context).find({ openid: context.caller.openid }, { orderBy: [['savedAt', 'desc']], limit: MOST });

export const countDrafts = async (context: Context): Promise<number> =>
  draftsOf(context).count({ openid: context.caller.openid });

export const addDraft = async (context: Context, draft: DraftDocument): Promise<boolean> =>
  draftsOf(context).insert(draft);

/** False when it was written elsewhere since, or is gone. */
export const writeDraft = async (
  context: Context,
  { _id, version }: Pick<DraftDocument, '_id' | 'version'>,
  written: Pick<DraftDocument, 'content' | 'publishAt' | 'replaces' | 'answers' | 'savedAt'>,
): Promise<boolean> =>
  (await draftsOf(context).update(
    { _id, openid: context.caller.openid, version },
    {
      ...written,
      content: context.database.command.set(written.content),
      version: version + 1,
    },
  )) === 1;

/** What a second person sent back goes to its writer as a draft again. */
export const putDraftOf = async (context: Context, draft: DraftDocument): Promise<unknown> => {
  await draftsOf(context).remove({ _id: draft._id });
  return draftsOf(context).insert(draft);
};

export const removeDraft = async (context: Context, _id: string): Promise<unknown> =>
  draftsOf(context).remove({ _id, openid: context.caller.openid });

export { MOST as MOST_DRAFTS };

export const draftRow = (draft: DraftDocument): DraftRow => ({
  draftId: draft._id,
  requestId: draft.requestId,
  kind: draft.content.kind,
  title: draft.content.title,
  replaces: draft.replaces,
  answers: draft.answers,
  returnedBecause: draft.returnedBecause,
  savedAt: draft.savedAt,
  version: draft.version,
});

export const draftView = (draft: DraftDocument): DraftView => ({
  draftId: draft._id,
  requestId: draft.requestId,
  content: draft.content,
  publishAt: draft.publishAt,
  replaces: draft.replaces,
  answers: draft.answers,
  returnedBecause: draft.returnedBecause,
  savedAt: draft.savedAt,
  version: draft.version,
});
