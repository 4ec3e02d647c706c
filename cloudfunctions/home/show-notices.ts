import type * as z from 'zod';
import type { homeContract } from '../contracts/home';
import type { Context } from '../kernel/context';
import { readInbox } from '../notices/show-inbox';
import type { HouseholdDocument } from '../registration/household.document';

type Notices = NonNullable<z.output<typeof homeContract.today.output>['notices']>;

/** On the home page there is room for so many; the others are behind the tab. */
const FIRST = 2;

/** What notices ask of the caller now, in all their roles. */
export async function noticesNow(
  file: Promise<HouseholdDocument | null>,
  context: Context,
): Promise<Notices> {
  const [family] = await Promise.all([file.then((own) => familyNotices(own, context))]);
  return { family };
}

/** A notice that stands on the home page stands on the household's list: it is delivered by that too. */
async function familyNotices(file: HouseholdDocument | null, context: Context): Promise<Notices['family']> {
  if (file === null) return null;
  const { rows } = await readInbox(file, {}, context);
  const unread = rows.filter((row) => row.unread);
  return {
    unread: unread.length,
    first: unread.slice(0, FIRST).map(({ noticeId, gridId, kind, title, place, publishedAt }) => ({
      noticeId,
      gridId,
      kind,
      title,
      place,
      publishedAt,
    })),
  };
}
