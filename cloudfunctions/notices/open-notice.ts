import type * as z from 'zod';
import type { noticesContract } from '../contracts/notices';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { NoticeDocument } from '../publishing/notice.document';
import { isForEverybody, noticeView } from '../publishing/notice-view';
import { readAnyNotice } from '../publishing/notice.repository';
import { findByShareKey } from './inbox.repository';
import { takeStep } from './take-step';

type Opening = z.output<typeof noticesContract.open.input>;
type Opened = z.output<typeof noticesContract.open.output>;
type Shared = z.output<typeof noticesContract.shared.output>;
type Reading = z.output<typeof noticesContract.read.input>;
type Confirming = z.output<typeof noticesContract.confirm.input>;

/** Nobody reads a notice to its end in less; how long it takes is measured on the phone. */
export const LEAST_SECONDS = 2;

/** What the household did before is on the phone's list already; here it only says that the notice was opened. */
export async function openNotice(input: Opening, context: Context): Promise<Opened> {
  const { notice, gridId } = await takeStep(input, 'opened', context);
  return { ...noticeView(notice), gridId, shareKey: keyOf(notice) };
}

export async function readNoticeToTheEnd(input: Reading, context: Context): Promise<Record<string, never>> {
  if (input.seconds >= LEAST_SECONDS) await takeStep(input, 'read', context);
  return {};
}

export async function confirmNotice(input: Confirming, context: Context): Promise<Record<string, never>> {
  await takeStep(input, 'confirmed', context);
  return {};
}

/** A shared card's notice: whoever has the key reads what everybody may know. A withdrawn one says that it is. */
export async function showShared(
  { noticeId, shareKey }: z.output<typeof noticesContract.shared.input>,
  context: Context,
): Promise<Shared> {
  const notice = await (noticeId === undefined
    ? findByShareKey(context, shareKey)
    : readAnyNotice(context, noticeId));
  if (!notice?.publishedAt || notice.shareKey !== shareKey || !isForEverybody(notice))
    throw new AppError('NOT_FOUND', '这张卡片打不开了，请向网格员要最新的通知');
  // Whoever came by a key has none for the older one; the newer one's comes along, so that what is right is read too.
  const newer = notice.replacedBy === null ? null : await readAnyNotice(context, notice.replacedBy);
  return { ...noticeView(notice), replaces: null, replacedByKey: newer && keyOf(newer) };
}

const keyOf = (notice: NoticeDocument): string | null => (isForEverybody(notice) ? notice.shareKey : null);
