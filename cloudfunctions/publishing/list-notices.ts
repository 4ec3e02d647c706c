import type * as z from 'zod';
import type { publishingContract, WrittenNotice } from '../contracts/publishing';
import type { Context } from '../kernel/context';
import { countAudience, readAudienceGrids } from './audience.repository';
import { noticeRow, writtenNotice } from './notice-view';
import { NOTICES_A_PAGE, readList, readNotice } from './notice.repository';
import { needsSecond } from './rules';
import { readSeconds } from './seconds.repository';

type Listed = typeof publishingContract.list;
type Counted = typeof publishingContract.countAudience;

export async function listNotices(
  { tab, after }: z.output<Listed['input']>,
  context: Context,
): Promise<z.input<Listed['output']>> {
  const notices = await readList(context, { tab, after });
  const next = notices.length === NOTICES_A_PAGE ? (notices.at(-1)?.order ?? null) : null;
  return { rows: notices.map((notice) => noticeRow(notice, context)), next };
}

export const showNotice = async (
  { noticeId }: { noticeId: string },
  context: Context,
): Promise<WrittenNotice> => writtenNotice(await readNotice(context, noticeId), context);

/** Counted the way publishing counts. */
export async function countForWriter(
  { audience, kind }: z.output<Counted['input']>,
  context: Context,
): Promise<z.input<Counted['output']>> {
  const { grids, commonPath } = await readAudienceGrids(context, audience);
  const isAlone = !needsSecond(kind, commonPath);
  return {
    ...(await countAudience(context.database, audience)),
    needsSecond: !isAlone,
    seconds: isAlone ? [] : await readSeconds(context, commonPath),
    names: grids.map(({ pathNames }) => pathNames.join(' ')),
  };
}
