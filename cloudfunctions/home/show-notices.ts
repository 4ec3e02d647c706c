import type * as z from 'zod';
import type { homeContract } from '../contracts/home';
import type { Context } from '../kernel/context';
import { gridScope } from '../kernel/scope';
import { readInbox } from '../notices/show-inbox';
import { countForAgreement } from '../publishing/notice.repository';
import { WRITING_ROLES } from '../publishing/rules';
import type { HouseholdDocument } from '../registration/household.document';

type Notices = NonNullable<z.output<typeof homeContract.today.output>['notices']>;

/** On the home page there is room for so many; the others are behind the tab. */
const FIRST = 2;

/** What notices ask of the caller now, in all their roles. */
export async function noticesNow(
  file: Promise<HouseholdDocument | null>,
  context: Context,
): Promise<Notices> {
  const [family, toAgree] = await Promise.all([
    file.then((own) => familyNotices(own, context)),
    countToAgree(context),
  ]);
  return { family, toAgree };
}

/** The rows of the list 等我同意. */
async function countToAgree(context: Context): Promise<number> {
  const scope = gridScope(context.caller, WRITING_ROLES);
  return scope.kind === 'grids' ? countForAgreement({ ...context, scope }) : 0;
}

/** A notice that stands on the home page stands on the household's list: it is delivered by that too. */
async function familyNotices(file: HouseholdDocument | null, context: Context): Promise<Notices['family']> {
  if (file === null) return null;
  const { rows } = await readInbox(file, {}, context);
  const unread = rows.filter((row) => row.unread);
  return {
    unread: unread.length,
    first: unread.slice(0, FIRST).map(({ noticeId, gridId, kind, title, place, publishedAt, again }) => ({
      noticeId,
      gridId,
      kind,
      title,
      place,
      publishedAt,
      again,
    })),
  };
}
