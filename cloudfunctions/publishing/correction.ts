import type { Audience } from '../contracts/notice';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { placeOf } from '../registration/household-view';
import type { GridDocument } from '../township/grid.document';
import { readGridsById } from '../township/grid.repository';
import type { NoticeDocument } from './notice.document';
import { changeNotice, findNotice, isDone, readNotice } from './notice.repository';

type Correcting = { replaces: string | null; content: { audience: Audience } };

/**
 * The older notices that a correction stands for, newest first. Only who could withdraw the older one corrects it, only once, and to everybody who
 * got it: nobody is left with what was wrong.
 */
export async function readOlder({ replaces, content }: Correcting, context: Context): Promise<string[]> {
  if (replaces === null) return [];
  const old = await readNotice(context, replaces);
  requireLatest(old);
  if (old.publishedAt === null)
    throw new AppError('CONFLICT', '这条还没有发出去，不用更正。请撤回它，再写一条新的');
  const grids = await readGridsById(context, old.gridIds);
  const missing = missingFrom(content.audience, old.audience, grids);
  if (missing !== null) {
    const words = `收到过原来那条的，都要收到更正。${missing}`;
    throw new AppError('INVALID_INPUT', words, { 'audience.gridIds': words });
  }
  return [old._id, ...old.olderIds];
}

/** The second person agrees some time after it was written: somebody else's correction may have come first. */
export async function requireStillLatest(
  { replaces }: Pick<NoticeDocument, 'replaces'>,
  context: Context,
): Promise<void> {
  const old = replaces === null ? null : await findNotice(context, replaces);
  if (old) requireLatest(old);
}

function requireLatest({ status }: NoticeDocument): void {
  if (status === 'corrected') throw new AppError('CONFLICT', '原来那条已经更正过了，请打开最新的一条再更正');
}

/** What an audience lacks to reach everybody whom an older one reached, in words; null when nothing. `grids`: the older one's. */
function missingFrom(next: Audience, old: Audience, grids: readonly GridDocument[]): string | null {
  const left = grids.filter(({ path }) => !path.some((gridId) => next.gridIds.includes(gridId)));
  if (left.length > 0) return `还少：${left.map(({ pathNames }) => placeOf(pathNames)).join('、')}`;
  if (old.households && !next.households) return '原来是发给住户的，请把住户也选上';
  if (old.roles.some((role) => !next.roles.includes(role))) return '原来也发给了一些工作人员，请把他们也选上';
  const isAsWide =
    next.tags.length === 0 || (old.tags.length > 0 && old.tags.every((tag) => next.tags.includes(tag)));
  return isAsWide ? null : '原来发的人更多，请照原来的选，或者不限人群';
}

/** Longer than any row of corrections, and more often than somebody else acts in between. */
const MOST_STEPS = 20;

/**
 * Marks the older notice that a correction stands for, wherever it was seen. Done twice it changes nothing: the timer does it again. Of two
 * corrections that went out at the same time the later stands for the earlier, so that one is left that counts.
 */
export async function putInPlaceOfOld(
  { _id, replaces }: Pick<NoticeDocument, '_id' | 'replaces'>,
  context: Context,
): Promise<void> {
  const act = { requestId: `replaced-by-${_id}`, what: '更正' };
  let next = replaces;
  for (let step = 0; next !== null && next !== _id && step < MOST_STEPS; step += 1) {
    const old = await findNotice(context, next);
    if (!old || isDone(old, act.requestId)) return;
    if (old.replacedBy !== null) next = old.replacedBy;
    else if (await isMarked(old, _id, act, context)) return;
  }
}

/** False when somebody acted on the older one in this moment: it is read anew. */
async function isMarked(
  old: NoticeDocument,
  replacedBy: string,
  act: { requestId: string; what: string },
  context: Context,
): Promise<boolean> {
  try {
    await changeNotice(context, old, { status: 'corrected', replacedBy }, act);
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    return false;
  }
}
